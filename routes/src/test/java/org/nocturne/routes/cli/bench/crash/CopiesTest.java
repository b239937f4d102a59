package org.nocturne.routes.cli.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.routes.cli.bench.crash.Witness.Run;

class CopiesTest {
    @TempDir
    Path dir;

    private List<Job> jobs = List.of();
    private String first = "";
    private String second = "";

    @BeforeEach
    void two_attempts_of_one_step() {
        try (Store store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC())) {
            jobs = store.inTransaction(tx -> {
                Subject replica = Subject.replica(1);
                tx.jobs().enqueue(replica, Step.REPLICA);
                Job killed = tx.jobs().claim(Step.REPLICA, 1, null).get(0);
                tx.jobs().end(killed, Job.State.FAILED, Cause.KILLED, "", null, new Effort(Duration.ZERO, 1));
                tx.jobs().enqueue(replica, Step.REPLICA);
                tx.jobs().claim(Step.REPLICA, 1, null);
                return tx.jobs().all();
            });
        }
        first = jobs.get(0).claimedToken();
        second = jobs.get(1).claimedToken();
    }

    @Test
    void an_attempt_after_another_is_no_copy() {
        assertThat(Copies.among(jobs, List.of(new Run(first, 1, 2), new Run(second, 2.5, 3))))
                .isEmpty();
    }

    @Test
    void two_attempts_at_once_are_one() {
        assertThat(Copies.among(jobs, List.of(new Run(first, 1, 2), new Run(second, 1.5, 3))))
                .singleElement()
                .satisfies(copy -> assertThat(copy).contains("replica of r0001", "were alive together"));
    }

    @Test
    void a_token_that_was_started_twice_is_one_even_when_the_first_had_ended() {
        assertThat(Copies.among(jobs, List.of(new Run(first, 1, 2), new Run(first, 3, 4))))
                .singleElement()
                .satisfies(copy -> assertThat(copy).contains("was started twice"));
    }

    @Test
    void a_process_that_is_no_job_is_none() {
        assertThat(Copies.among(jobs, List.of(new Run("forces", 1, 9), new Run("forces", 2, 9))))
                .isEmpty();
    }
}
