package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.QuarantineTable.Quarantine;

/** What is counted without reading all rows is what the rows say, one by one. */
class JobTallyTest {
    private static final StoredFile FILE = new StoredFile("x", "0".repeat(64));
    private static final List<Cause> CAUSES = List.of(Cause.KILLED, Cause.DISK_FULL, Cause.NOT_FINITE, Cause.BAD_EXIT);

    @TempDir
    Path dir;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.openInside(dir, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Far enough that what is kept is brought forward several times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void it_counts_what_the_rows_say_wherever_a_campaign_stands(int seed) {
        Random random = new Random(seed);
        for (int k = 0; k < 240; k++) {
            store.inTransaction(tx -> walk(tx, random, 5));
            if (k % 40 == 0) {
                store.inTransaction(JobTallyTest::compare);
            }
        }
        store.inTransaction(JobTallyTest::compare);
        close();
        open();
        store.inTransaction(JobTallyTest::compare);
    }

    @Test
    void it_counts_what_its_own_transaction_changed_and_forgets_what_was_undone() {
        Random random = new Random(7);
        store.inTransaction(tx -> walk(tx, random, 400));
        for (int k = 0; k < 3; k++) {
            assertThatThrownBy(() -> store.inTransaction(tx -> {
                        walk(tx, random, 600);
                        compare(tx);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            store.inTransaction(JobTallyTest::compare);
        }
    }

    @Test
    void every_job_up_to_the_oldest_open_one_has_ended() {
        store.inTransaction(tx -> {
            for (int id = 1; id <= 3; id++) {
                propose(tx, id, new Random(1));
            }
            return null;
        });
        List<Job> claimed = store.inTransaction(tx -> tx.jobs().claim(Step.RELAX, 2, null));
        assertThat(upTo()).isZero();
        end(claimed.get(1));
        assertThat(upTo()).isZero();
        end(claimed.get(0));
        assertThat(upTo()).isEqualTo(claimed.get(1).id());
    }

    private long upTo() {
        return store.inTransaction(tx -> tx.tally().allEndedUpTo());
    }

    private void end(Job job) {
        store.inTransaction(
                tx -> tx.jobs().end(job, Job.State.FAILED, Cause.BAD_EXIT, null, null, new Effort(Duration.ZERO, 1)));
    }

    private static int walk(Transaction tx, Random random, int steps) {
        for (int k = 0; k < steps; k++) {
            walk(tx, random);
        }
        return steps;
    }

    /** Something that happens in a campaign. */
    private static void walk(Transaction tx, Random random) {
        int what = random.nextInt(10);
        int known = tx.candidates().count();
        if (what < 3) {
            propose(tx, known + 1, random);
        } else if (what < 5) {
            tx.jobs().claim(random.nextBoolean() ? Step.RELAX : Step.LABEL, 1 + random.nextInt(3), null);
        } else if (what < 9) {
            List<Job> running = tx.jobs().running();
            if (!running.isEmpty()) {
                end(tx, running.get(random.nextInt(running.size())), random);
            }
        } else if (random.nextInt(10) == 0) {
            hold(tx);
        }
    }

    private static void propose(Transaction tx, int id, Random random) {
        tx.candidates().insert(id, 1 + id / 20, Kelvin.of(100 * random.nextInt(1, 4)), null, id, FILE);
        if (random.nextInt(20) == 0) {
            tx.jobs().insertFailed(Subject.candidate(id), Step.PROPOSE, Cause.NOT_FINITE, "so");
        } else {
            tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
        }
    }

    private static void end(Transaction tx, Job job, Random random) {
        Effort effort = new Effort(Duration.ofMillis(random.nextInt(10_000)), 1 + random.nextInt(4));
        if (random.nextInt(3) == 0) {
            Cause cause = CAUSES.get(random.nextInt(CAUSES.size()));
            tx.jobs().end(job, Job.State.FAILED, cause, "so", null, effort);
            if (random.nextBoolean()) {
                tx.jobs().enqueue(job.subject(), job.step());
            }
        } else {
            Method method = new Method("lammps", "1", "sw", String.valueOf(random.nextInt(2)));
            tx.jobs().end(job, Job.State.DONE, null, null, method, effort);
            if (job.step() == Step.RELAX) {
                tx.jobs().enqueue(job.subject(), Step.LABEL);
            }
        }
    }

    private static void hold(Transaction tx) {
        Optional<Quarantine> open = tx.quarantines().open().stream().findFirst();
        if (open.isPresent()) {
            List<QuarantineTable.Held> held = tx.quarantines().held(open.get().id());
            tx.quarantines().end(open.get().id());
            held.forEach(one -> tx.jobs().enqueue(Subject.candidate(one.candidate()), one.step()));
        } else {
            Quarantine begun = new Quarantine(
                    tx.quarantines().nextId(), Cause.NOT_FINITE, Kelvin.of(100), Kelvin.of(150), 0, 5, 6, 1e-4);
            tx.quarantines().insert(begun);
            tx.quarantines().hold(begun);
        }
    }

    private static int compare(Transaction tx) {
        JobTally tally = tx.tally();
        List<Job> all = tx.jobs().all();
        List<Job> failed =
                all.stream().filter(job -> job.state() == Job.State.FAILED).toList();

        Map<String, Integer> states = new TreeMap<>();
        tx.candidates().states().values().forEach(state -> states.merge(state, 1, Integer::sum));
        assertThat(tally.candidatesByState()).isEqualTo(states);

        Map<Job.State, Integer> jobs = new EnumMap<>(Job.State.class);
        List.of(Job.State.values()).forEach(state -> jobs.put(state, 0));
        all.forEach(job -> jobs.merge(job.state(), 1, Integer::sum));
        assertThat(tally.byState()).isEqualTo(jobs);

        assertThat(tally.failuresByCause())
                .isEqualTo(failed.stream().collect(Collectors.toMap(Job::cause, job -> 1, Integer::sum)));
        assertThat(tally.failedByThemselves()).isEqualTo((int) failed.stream()
                .filter(job -> job.cause() == Cause.NOT_FINITE || job.cause() == Cause.BAD_EXIT)
                .count());
        assertThat(tally.lastWithoutRoom())
                .isEqualTo(failed.stream()
                        .filter(job -> job.cause() == Cause.DISK_FULL)
                        .map(Job::endedAt)
                        .max(Comparator.naturalOrder()));
        assertThat(tally.failureCounts().stream()
                        .mapToInt(JobTally.FailureCount::attempts)
                        .sum())
                .isEqualTo(failed.size());
        assertThat(tally.times().stream()
                        .mapToDouble(JobTally.StepTime::seconds)
                        .sum())
                .isCloseTo(seconds(all), within(1e-6 * (1 + seconds(all))));

        Map<Kelvin, Integer> proposed = new TreeMap<>();
        tx.candidates().all().stream()
                .filter(c -> c.modelVersion() == null)
                .forEach(c -> proposed.merge(c.temperature(), 1, Integer::sum));
        assertThat(tx.candidates().countByTemperature(null)).isEqualTo(proposed);
        return all.size();
    }

    private static double seconds(List<Job> all) {
        List<Double> out = new ArrayList<>();
        for (Job job : all) {
            if (job.startedAt() != null && job.endedAt() != null) {
                out.add(Duration.between(job.startedAt(), job.endedAt()).toMillis() / 1000.0);
            }
        }
        return out.stream().mapToDouble(s -> s).sum();
    }
}
