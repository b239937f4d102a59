package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.port.ProposalException;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;

class ProposalsTest {
    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    /** One bad draw must not end a night. */
    @Test
    void a_proposal_that_could_not_be_corrected_is_kept_as_failed_with_its_cause_and_its_draw() {
        night = Night.sampled(dir, Plans.crystal());
        night.promote(1, 4);

        new Proposals(night.plan, night.store, night.files)
                .propose(
                        (t, random) -> {
                            throw new ProposalException(
                                    Night.CRYSTAL, new ForcesException(Cause.NOT_FINITE, "the force on \"1\"\nis NaN"));
                        },
                        1);

        Candidate candidate = night.list(tx -> tx.candidates().all()).get(0);
        assertThat(night.files.readFrames(candidate.proposal()).get(0).structure())
                .isEqualTo(Night.CRYSTAL);
        assertThat(night.states()).containsEntry("failed", 1);
        assertThat(night.list(tx -> tx.jobs().failed())).singleElement().satisfies(job -> {
            assertThat(job.step()).isEqualTo(Step.PROPOSE);
            assertThat(job.cause()).isEqualTo(Cause.NOT_FINITE);
            assertThat(job.state()).isEqualTo(Job.State.FAILED);
        });
        Event event = night.lastEvent();
        assertThat(event.level()).isEqualTo(Event.Level.WARN);
        assertThat(event.fields())
                .containsKey("failed")
                .containsEntry("cause", "NOT_FINITE")
                .containsEntry("why", "\"the force on '1' is NaN\"");
        assertThat(night.progress().turn(Step.RELAX))
                .as("nothing is left to be done with it")
                .isEmpty();
    }
}
