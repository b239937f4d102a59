package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Subject;

@Timeout(30)
class JobRunnerTest {
    @TempDir
    Path dir;

    private ShellNight night(String script, int slots) {
        return new ShellNight(dir, script, slots);
    }

    private static FinishedJob await(JobRunner runner, Step step) throws InterruptedException {
        Optional<FinishedJob> done = runner.finished(step);
        while (done.isEmpty()) {
            Thread.sleep(10);
            done = runner.finished(step);
        }
        return done.get();
    }

    private static Optional<Cause> cause(FinishedJob done) {
        return done.outcome().fold(d -> Optional.empty(), failed -> Optional.of(failed.cause()));
    }

    private static String detail(FinishedJob done) {
        return done.outcome().fold(d -> "", failed -> failed.detail());
    }

    private static void minimised(ShellNight night, JobRunner runner) throws Exception {
        Job job = runner.claim(Step.MINIMISE, 1).orElseThrow();
        assertThat(runner.start(job)).isEmpty();
        night.record(await(runner, Step.MINIMISE));
    }

    @Test
    void a_claimed_job_is_started_and_collected() throws Exception {
        try (ShellNight night = night("echo hello", 1)) {
            JobRunner runner = night.runner();
            Job job = runner.claim(Step.MINIMISE, 1).orElseThrow();
            assertThat(runner.finished(Step.MINIMISE)).as("it is being started").isEmpty();

            assertThat(runner.start(job)).isEmpty();

            assertThat(cause(await(runner, Step.MINIMISE))).isEmpty();
            assertThat(dir.resolve(job.claimedWorkDir()).resolve(".command.out"))
                    .hasContent("hello");
        }
    }

    @Test
    void a_job_that_was_claimed_but_never_started_is_lost_and_tried_again() throws Exception {
        try (ShellNight night = night("true", 1)) {
            Job job = night.runner().claim(Step.MINIMISE, 1).orElseThrow(); // and here the runner dies

            JobRunner resumed = night.runner();
            FinishedJob lost = resumed.finished(Step.MINIMISE).orElseThrow();
            assertThat(lost.job().id()).isEqualTo(job.id());
            assertThat(cause(lost)).contains(Cause.KILLED);
            night.record(lost);

            Job again = resumed.claim(Step.MINIMISE, 1).orElseThrow();
            assertThat(again.subject()).isEqualTo(Subject.basin(1));
            assertThat(again.attempt()).isEqualTo(2);
        }
    }

    @Test
    void a_running_job_is_adopted_by_the_next_runner() throws Exception {
        try (ShellNight night = night("until [ -e go ]; do sleep 0.02; done", 1)) {
            JobRunner first = night.runner();
            Job job = first.claim(Step.MINIMISE, 1).orElseThrow();
            first.start(job);

            JobRunner second = night.runner();
            assertThat(second.finished(Step.MINIMISE)).as("it runs").isEmpty();
            assertThat(second.claim(Step.MINIMISE, 1)).isEmpty();
            Files.createFile(dir.resolve(job.claimedWorkDir()).resolve("go"));

            FinishedJob done = await(second, Step.MINIMISE);
            assertThat(done.job().id()).isEqualTo(job.id());
            assertThat(cause(done)).isEmpty();
        }
    }

    @Test
    void a_slot_is_free_when_its_process_has_ended_and_not_only_when_that_is_written_down() throws Exception {
        try (ShellNight night = night("true", 1)) {
            JobRunner runner = night.runner();
            runner.start(runner.claim(Step.MINIMISE, 1).orElseThrow());
            assertThat(runner.claim(Step.REPLICA, 1)).as("the slot is taken").isEmpty();

            FinishedJob done = await(runner, Step.MINIMISE);
            night.store.inTransaction(tx -> {
                tx.jobs().enqueue(Subject.basin(1), Step.MINIMISE);
                return null;
            });
            Job next = runner.claim(Step.MINIMISE, 1).orElseThrow();
            assertThat(runner.claim(Step.MINIMISE, 1))
                    .as("the slot is taken again")
                    .isEmpty();

            night.record(done);
            assertThat(runner.finished(Step.MINIMISE))
                    .as("the other is being started")
                    .isEmpty();
            assertThat(next.id()).isNotEqualTo(done.job().id());
        }
    }

    @Test
    void a_job_that_hangs_is_ended_and_it_is_said_what_was_seen() throws Exception {
        try (ShellNight night = new ShellNight(dir, "trap '' TERM; sleep 300", 1, Duration.ofSeconds(2))) {
            JobRunner runner = night.runner();
            Job job = runner.claim(Step.MINIMISE, 1).orElseThrow();
            runner.start(job);

            FinishedJob done = await(runner, Step.MINIMISE);

            assertThat(cause(done)).contains(Cause.STALLED);
            assertThat(detail(done)).contains("nothing was written for 2.", "of processor time meanwhile");
            assertThat(Subprocess.in(dir)).isEmpty();
        }
    }

    @Test
    void a_job_that_computes_and_says_nothing_is_let_alone() throws Exception {
        String busy =
                "end=$((SECONDS + 4)); while ((SECONDS < end)); do for i in {1..20000}; do :; done; sleep 0.01; done";
        try (ShellNight night = new ShellNight(dir, busy, 1, Duration.ofSeconds(1))) {
            JobRunner runner = night.runner();
            runner.start(runner.claim(Step.MINIMISE, 1).orElseThrow());

            FinishedJob done = await(runner, Step.MINIMISE);

            assertThat(cause(done)).isEmpty();
            assertThat(done.took()).as("it was given time to be taken for one").isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void what_a_job_leaves_behind_is_ended_before_its_output_is_read_and_stands_in_its_line() throws Exception {
        try (ShellNight night = night("setsid sleep 300 & exit 0", 1)) {
            JobRunner runner = night.runner();
            runner.start(runner.claim(Step.MINIMISE, 1).orElseThrow());

            FinishedJob done = await(runner, Step.MINIMISE);
            night.record(done);

            assertThat(cause(done)).isEmpty();
            assertThat(Subprocess.in(dir)).isEmpty();
            List<Event> events = night.store.inTransaction(tx -> tx.events().after(0, 100));
            assertThat(events.get(events.size() - 1).fields()).containsEntry("left", "1");
        }
    }

    @Test
    void no_more_run_than_there_are_slots() throws Exception {
        try (ShellNight night = night("true", 2)) {
            JobRunner runner = night.runner();
            minimised(night, runner);

            assertThat(runner.claim(Step.REPLICA, 1)).isPresent();
            assertThat(runner.claim(Step.REPLICA, 1))
                    .as("one slot for the step")
                    .isEmpty();
            assertThat(runner.claim(Step.REPLICA, 2)).isPresent();
            assertThat(runner.claim(Step.REPLICA, 9)).as("two slots for all").isEmpty();
        }
    }

    @Test
    void the_oldest_job_goes_first_whatever_its_step() throws Exception {
        try (ShellNight night = night("true", 9)) {
            JobRunner runner = night.runner();
            assertThat(runner.claim(Step.REPLICA, 9))
                    .as("before its start is minimised")
                    .isEmpty();
            minimised(night, runner);
            night.store.inTransaction(tx -> {
                tx.jobs().enqueue(Subject.basin(1), Step.MINIMISE);
                return null;
            });

            assertThat(runner.claim(Step.MINIMISE, 9)).isEmpty();
            for (int k = 1; k <= 3; k++) {
                assertThat(runner.claim(Step.REPLICA, 9)).map(Job::subject).contains(Subject.replica(k));
            }
            assertThat(runner.claim(Step.MINIMISE, 9)).isPresent();
        }
    }

    @Test
    void a_second_code_has_slots_of_its_own() throws Exception {
        try (ShellNight night = night("true", 1)) {
            JobRunner runner = night.runnerWithSecond("true");
            night.audits(2);

            assertThat(runner.claim(Step.MINIMISE, 1)).isPresent();
            assertThat(runner.claim(Step.AUDIT, 1))
                    .as("beside the one slot of the first")
                    .isPresent();
            assertThat(runner.claim(Step.AUDIT, 9))
                    .as("one slot for the second")
                    .isEmpty();
        }
    }

    @Test
    void a_label_of_the_second_code_is_adopted_by_the_next_runner_and_keeps_its_method() throws Exception {
        String untilTold = "until [ -e go ]; do sleep 0.02; done";
        try (ShellNight night = night("false", 1)) {
            night.audits(1);
            JobRunner first = night.runnerWithSecond(untilTold);
            Job job = first.claim(Step.AUDIT, 1).orElseThrow();
            first.start(job); // and here the runner dies

            JobRunner next = night.runnerWithSecond(untilTold);
            assertThat(next.finished(Step.AUDIT)).as("it runs").isEmpty();
            assertThat(next.claim(Step.AUDIT, 1)).as("no second copy").isEmpty();
            Files.createFile(dir.resolve(job.claimedWorkDir()).resolve("go"));

            FinishedJob done = await(next, Step.AUDIT);
            assertThat(done.job().id()).isEqualTo(job.id());
            assertThat(done.method()).isEqualTo(ShellNight.SECOND);
            assertThat(cause(done)).isEmpty();
        }
    }

    @Test
    void without_a_second_code_nothing_is_audited() {
        try (ShellNight night = night("true", 1)) {
            night.audits(1);
            assertThat(night.runner().claim(Step.AUDIT, 1)).isEmpty();
        }
    }

    /** Stopped in its first seconds, a campaign finds its replicas queued before the start structure that they need. */
    @Test
    void a_start_structure_that_was_stopped_is_minimised_when_the_campaign_is_resumed() throws Exception {
        try (ShellNight night = night("sleep 20", 1)) {
            JobRunner first = night.runner();
            first.start(first.claim(Step.MINIMISE, 1).orElseThrow());
            List<FinishedJob> stopped = first.cancelAll();
            assertThat(stopped).singleElement().satisfies(j -> assertThat(cause(j))
                    .contains(Cause.CANCELLED));
            assertThat(first.claim(Step.MINIMISE, 1)).as("it is closed").isEmpty();
            stopped.forEach(night::record);

            assertThat(night.runner().claim(Step.MINIMISE, 1)).map(Job::attempt).contains(2);
        }
    }

    @Test
    void a_correction_may_carry_a_restart_file_over() throws Exception {
        Correction carry = new Correction(Map.of(), Map.of(), false, 1, 1, 1, 1, List.of("scratch", "absent"));
        try (ShellNight night =
                night("cat scratch/restart || { mkdir scratch; echo halfway > scratch/restart; exit 3; }", 1)) {
            JobRunner runner = night.runner();
            runner.start(runner.claim(Step.MINIMISE, 1).orElseThrow());
            night.record(await(runner, Step.MINIMISE));
            night.store.inTransaction(tx -> {
                tx.jobs().enqueue(Subject.basin(1), Step.MINIMISE, Corrections.NONE.and(carry));
                return null;
            });

            Job next = runner.claim(Step.MINIMISE, 1).orElseThrow();
            runner.start(next);

            assertThat(cause(await(runner, Step.MINIMISE))).isEmpty();
            assertThat(dir.resolve(next.claimedWorkDir()).resolve(".command.out"))
                    .hasContent("halfway");
        }
    }

    @Test
    void a_task_that_the_code_cannot_express_is_bad_input() {
        try (ShellNight night = night("", 1)) {
            JobRunner runner = night.runner();
            Job job = runner.claim(Step.MINIMISE, 1).orElseThrow();

            FinishedJob refused = runner.start(job).get(0);

            assertThat(refused.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.cause()).isEqualTo(Cause.BAD_INPUT);
                assertThat(failed.detail()).contains("there is no script");
            });
            assertThat(refused.took()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void a_campaign_whose_runner_died_is_interrupted() {
        try (ShellNight night = night("true", 1)) {
            assertThat(Status.of(night.store, night.budget(), 4, true, "r").state())
                    .isEqualTo("running");
            Status dead = Status.of(night.store, night.budget(), 4, false, "r");
            assertThat(dead.state()).isEqualTo("interrupted");
            assertThat(dead.jobs()).containsEntry("PENDING", 4).containsEntry("RUNNING", 0);
            assertThat(dead.champion()).isNull();

            night.store.inTransaction(tx -> {
                tx.campaign().state("stopped", "by a person");
                return null;
            });
            assertThat(Status.of(night.store, night.budget(), 4, false, "r").state())
                    .isEqualTo("stopped");
        }
    }
}
