package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.FrameTable.LabelledFrame;

/** What is asked of candidates and their frames without reading them all. */
class CandidateFramesTest {
    private static final StoredFile FILE = new StoredFile("x", "0".repeat(64));
    private static final Method METHOD = new Method("lammps", "1", "sw", "");
    private static final Kelvin COLD = Kelvin.of(100);
    private static final Kelvin WARM = Kelvin.of(300);

    @TempDir
    Path dir;

    private Store store;

    /** Twelve of three rounds, every third one cold, the first eight of version 1; the first three of each round labelled, the last of them first. */
    @BeforeEach
    void fill() {
        store = Store.openInside(dir, Clock.systemUTC());
        store.inTransaction(tx -> {
            for (int version = 1; version <= 2; version++) {
                tx.models()
                        .insert(new ModelTable.Model(
                                version, "m", "a", "b", 1, "labels", 0.1, null, "promoted", "", tx.now()));
            }
            for (int id = 1; id <= 12; id++) {
                tx.candidates().insert(id, 1 + (id - 1) / 4, id % 3 == 0 ? COLD : WARM, id <= 8 ? 1 : 2, id, FILE);
                tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
            }
            List<Job> jobs = new ArrayList<>(tx.jobs().claim(Step.RELAX, 12, null));
            Collections.reverse(jobs);
            jobs.stream().filter(job -> job.subject().id() % 4 != 0).forEach(job -> label(tx, job));
            return null;
        });
    }

    private static void label(Transaction tx, Job relax) {
        Effort effort = new Effort(Duration.ZERO, 1);
        Subject subject = relax.subject();
        tx.jobs().end(relax, Job.State.DONE, null, null, METHOD, effort);
        tx.candidates().relaxed(subject.id(), -1, FILE, -2);
        long frame = tx.frames().insert(subject, 0, Role.CANDIDATE, subject.id() % 3 == 0 ? COLD : WARM, FILE);
        tx.jobs().enqueue(subject, Step.LABEL);
        Job label = tx.jobs().claim(Step.LABEL, 1, null).get(0);
        tx.jobs().end(label, Job.State.DONE, null, null, METHOD, effort);
        tx.frames().label(frame, METHOD, label.id(), -1, 0.1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Integer> frames(Function<Transaction, List<LabelledFrame>> query) {
        return store.inTransaction(query).stream()
                .map(frame -> frame.subject().id())
                .toList();
    }

    private List<Integer> candidates(Function<Transaction, List<Candidate>> query) {
        return store.inTransaction(query).stream().map(Candidate::id).toList();
    }

    @Test
    void the_newest_proposals_are_those_of_the_version_that_made_the_last() {
        assertThat(candidates(tx -> tx.candidates().newestProposed(WARM, 9))).containsExactly(10, 11);
        assertThat(candidates(tx -> tx.candidates().newestProposed(WARM, 1))).containsExactly(11);
        assertThat(candidates(tx -> tx.candidates().newestProposed(COLD, 9))).containsExactly(9);
        assertThat(candidates(tx -> tx.candidates().newestProposed(Kelvin.of(7), 9)))
                .isEmpty();
    }

    @Test
    void the_newest_frames_come_in_the_order_of_their_candidates() {
        String method = METHOD.id();
        assertThat(frames(tx -> tx.frames().newestOfCandidates(method, WARM, 4)))
                .containsExactly(5, 7, 10, 11);
        assertThat(frames(tx -> tx.frames().newestOfCandidates(method, null, 3)))
                .containsExactly(9, 10, 11);
        assertThat(frames(tx -> tx.frames().newestOfCandidates("other", null, 3)))
                .isEmpty();
    }

    @Test
    void what_some_versions_proposed_can_be_passed_over() {
        String method = METHOD.id();
        assertThat(frames(tx -> tx.frames().newestOfCandidates(method, WARM, List.of(2), 3)))
                .containsExactly(2, 5, 7);
        assertThat(frames(tx -> tx.frames().newestOfCandidates(method, WARM, List.of(1, 2), 3)))
                .isEmpty();
        assertThat(candidates(tx -> tx.candidates().newestProposedBy(1, WARM, 2)))
                .containsExactly(5, 7);
        assertThat(candidates(tx -> tx.candidates().newestProposedBy(0, WARM, 2)))
                .isEmpty();
    }

    /** The fourth of each round still relaxes. */
    @Test
    void a_page_has_candidates_of_one_state_the_newest_first() {
        assertThat(page("", 99, 2)).containsExactly("12 relaxing", "11 labelled");
        assertThat(page("labelled", 6, 3)).containsExactly("5 labelled", "3 labelled", "2 labelled");
        assertThat(page("relaxing", 12, 9)).containsExactly("8 relaxing", "4 relaxing");
        assertThat(page("relaxing", 99, 1)).containsExactly("12 relaxing");
        assertThat(page("failed", 99, 9)).isEmpty();
        assertThat(page("held", 99, 9)).isEmpty();
        Effort effort = new Effort(Duration.ZERO, 1);
        store.inTransaction(tx -> {
            Job job = tx.jobs().running().get(0);
            tx.jobs().end(job, Job.State.FAILED, Cause.KILLED, "", null, effort);
            return job;
        });
        assertThat(page("failed", 99, 9)).containsExactly("4 failed");
    }

    private List<String> page(String state, int before, int limit) {
        return store.inTransaction(tx -> tx.candidates().page(state, before, limit)).stream()
                .map(standing -> standing.candidate().id() + " " + standing.state())
                .toList();
    }

    @Test
    void a_round_has_the_frames_of_its_candidates() {
        assertThat(store.<List<Integer>>inTransaction(tx -> List.of(
                        tx.candidates().firstOfRound(2),
                        tx.candidates().firstOfRound(3),
                        tx.candidates().firstOfRound(4))))
                .containsExactly(5, 9, Integer.MAX_VALUE);
        assertThat(frames(tx -> tx.frames().ofCandidates(5, 9, METHOD.id()))).containsExactly(5, 6, 7);
        assertThat(frames(tx -> tx.frames().ofCandidatesSince(9))).containsExactlyInAnyOrder(9, 10, 11);
        assertThat(candidates(tx -> tx.candidates().since(9))).containsExactly(9, 10, 11, 12);
        assertThat(store.<Integer>inTransaction(tx -> tx.candidates().newestRound()))
                .isEqualTo(3);
        assertThat(store.<Map<Kelvin, Integer>>inTransaction(tx -> tx.frames().labelledByTemperature()))
                .isEqualTo(Map.of(COLD, 3, WARM, 6));
    }

    @Test
    void a_frame_waits_for_its_pattern_however_late_it_was_labelled() {
        List<Job> all = store.inTransaction(tx -> tx.jobs().all());
        long newest = all.get(all.size() - 1).id();
        assertThat(frames(tx -> tx.frames().withoutPattern(COLD, 0))).containsExactlyInAnyOrder(3, 6, 9);
        assertThat(frames(tx -> tx.frames().withoutPattern(WARM, newest - 1))).containsExactly(1);

        store.inTransaction(tx -> {
            tx.patterns().insert(tx.frames().idOf(Subject.candidate(6), 0), new double[] {1, 2});
            return null;
        });
        assertThat(frames(tx -> tx.frames().withoutPattern(COLD, 0))).containsExactlyInAnyOrder(3, 9);
    }

    @Test
    void patterns_are_handed_out_in_the_order_of_their_frames() {
        store.inTransaction(tx -> {
            List.of(7, 2, 11)
                    .forEach(id -> tx.patterns().insert(tx.frames().idOf(Subject.candidate(id), 0), new double[] {id}));
            return null;
        });
        List<Double> seen = new ArrayList<>();
        store.inTransaction(tx -> {
            tx.patterns().forEach(pattern -> seen.add(pattern[0]));
            return null;
        });
        assertThat(seen).containsExactly(11.0, 7.0, 2.0);
    }
}
