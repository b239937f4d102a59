package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Calculations;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.TidiedWork;
import org.nocturne.routes.config.WorkConfig;

/** Jobs that one process does together, from the claim to the record, through deaths of the process and of the runner. */
@Timeout(60)
class RunsOfManyTest {
    /** Notes that it was here, then waits to be told to end. */
    private static final String UNTIL_TOLD = "echo here >> visits; until [ -e go ]; do sleep 0.02; done";

    @TempDir
    Path dir;

    private ShellNight night() {
        return new ShellNight(dir, "false", 1);
    }

    private static Job claim(JobRunner runner) throws InterruptedException {
        Optional<Job> job = runner.claim(Step.AUDIT, 8);
        while (job.isEmpty()) {
            Thread.sleep(20);
            job = runner.claim(Step.AUDIT, 8);
        }
        return job.get();
    }

    private static List<Job> jobs(ShellNight night) {
        return night.store.inTransaction(tx -> tx.jobs().all()).stream()
                .filter(job -> job.step() == Step.AUDIT)
                .toList();
    }

    private static List<Job> running(ShellNight night) {
        return jobs(night).stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .toList();
    }

    private static List<FinishedJob> recordAll(ShellNight night, JobRunner runner, int count) throws Exception {
        List<FinishedJob> out = new ArrayList<>();
        while (out.size() < count) {
            Optional<FinishedJob> done = runner.finished(Step.AUDIT);
            done.ifPresent(night::record);
            done.ifPresent(out::add);
            Thread.sleep(10);
        }
        return out;
    }

    private static Set<Invariant> broken(ShellNight night) {
        return night.store.inTransaction(tx -> tx.invariants().broken()).keySet();
    }

    private Path work(Job job) {
        return dir.resolve(job.claimedWorkDir());
    }

    private static List<Cause> causes(List<FinishedJob> done) {
        return done.stream()
                .flatMap(job ->
                        job.outcome().<Stream<Cause>>fold(ok -> Stream.empty(), failed -> Stream.of(failed.cause())))
                .toList();
    }

    @Test
    void what_waits_goes_into_one_run_and_each_job_ends_by_itself() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner runner = night.runnerWithMany("cat count; sleep 0.3", 100, 1);
            assertThat(runner.claim(Step.AUDIT, 8)).as("more may come").isEmpty();

            Job first = claim(runner);
            assertThat(runner.start(first)).isEmpty();

            assertThat(running(night)).extracting(Job::token).containsOnly(first.claimedToken());
            assertThat(running(night)).extracting(Job::place).containsExactly(0, 1, 2);
            List<FinishedJob> done = recordAll(night, runner, 3);
            assertThat(work(first).resolve(".command.out")).hasContent("3");
            assertThat(done)
                    .extracting(job -> job.job().subject())
                    .containsExactly(Subject.specimen(1), Subject.specimen(2), Subject.specimen(3));
            assertThat(causes(done)).isEmpty();
            assertThat(done.get(0).took().toMillis()).as("a third of the run").isBetween(90L, 1000L);
            assertThat(jobs(night)).extracting(Job::state).containsOnly(Job.State.DONE);
            assertThat(broken(night))
                    .doesNotContain(Invariant.ONE_RUN, Invariant.PROVENANCE, Invariant.TIDIED_WHEN_DONE);
        }
    }

    @Test
    void free_slots_get_as_much_each_and_no_run_more_than_it_takes() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(7);
            JobRunner runner = night.runnerWithMany(UNTIL_TOLD, 3, 2);
            runner.start(claim(runner));
            assertThat(running(night)).hasSize(3);
            runner.start(claim(runner));
            assertThat(running(night)).hasSize(6);
            assertThat(running(night).stream().map(Job::claimedToken).distinct())
                    .hasSize(2);

            assertThat(runner.claim(Step.AUDIT, 8)).as("both slots are taken").isEmpty();
            runner.cancelAll();
        }
    }

    @Test
    void a_structure_that_is_left_out_fails_alone() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner runner = night.runnerWithMany("echo 2 > left-out", 100, 1);
            runner.start(claim(runner));

            assertThat(causes(recordAll(night, runner, 3))).containsExactly(Cause.NOT_CONVERGED);
            assertThat(jobs(night))
                    .extracting(Job::state)
                    .containsExactly(Job.State.DONE, Job.State.FAILED, Job.State.DONE);
        }
    }

    @Test
    void what_failed_as_one_of_many_is_tried_once_more_alone() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner runner = night.runnerWithMany("exit $(( $(cat count) > 1 ? 3 : 0 ))", 100, 1);
            runner.start(claim(runner));
            assertThat(causes(recordAll(night, runner, 3)))
                    .containsExactly(Cause.BAD_EXIT, Cause.BAD_EXIT, Cause.BAD_EXIT);

            for (int k = 1; k <= 3; k++) {
                Job alone = claim(runner);
                runner.start(alone);
                assertThat(running(night))
                        .singleElement()
                        .extracting(Job::subject)
                        .isEqualTo(Subject.specimen(k));
                assertThat(causes(recordAll(night, runner, 1))).isEmpty();
            }
            assertThat(jobs(night)).hasSize(6);
        }
    }

    @Test
    void what_cannot_be_written_as_one_of_many_is_tried_alone() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(2);
            JobRunner runner = night.runnerWithMany("", 100, 1);
            List<FinishedJob> refused = runner.start(claim(runner));
            assertThat(causes(refused)).containsExactly(Cause.BAD_INPUT, Cause.BAD_INPUT);
            refused.forEach(night::record);

            Job alone = claim(runner);
            assertThat(runner.start(alone)).isEmpty();
            assertThat(causes(recordAll(night, runner, 1))).isEmpty();
        }
    }

    @Test
    void what_fails_alone_too_has_failed() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(2);
            JobRunner runner = night.runnerWithMany("exit 3", 100, 1);
            runner.start(claim(runner));
            recordAll(night, runner, 2);
            runner.start(claim(runner));
            recordAll(night, runner, 1);
            runner.start(claim(runner));
            recordAll(night, runner, 1);

            assertThat(jobs(night)).hasSize(4).extracting(Job::state).containsOnly(Job.State.FAILED);
        }
    }

    @Test
    void a_run_that_was_killed_goes_on_in_its_old_place_with_the_same_jobs() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner runner = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            Job first = claim(runner);
            runner.start(first);
            while (!Files.exists(work(first).resolve("visits"))) {
                Thread.sleep(10);
            }
            Calculations.kill(first.claimedToken());

            assertThat(causes(recordAll(night, runner, 3))).containsExactly(Cause.KILLED, Cause.KILLED, Cause.KILLED);
            Job again = claim(runner);
            runner.start(again);

            assertThat(again.claimedToken()).isNotEqualTo(first.claimedToken());
            assertThat(again.workDir()).isEqualTo(first.workDir());
            assertThat(running(night))
                    .extracting(Job::subject)
                    .containsExactly(Subject.specimen(1), Subject.specimen(2), Subject.specimen(3));
            assertThat(running(night)).extracting(Job::attempt).containsOnly(2);
            Files.createFile(work(again).resolve("go"));
            assertThat(causes(recordAll(night, runner, 3))).isEmpty();
            assertThat(work(again).resolve("visits")).hasContent("here\nhere");
        }
    }

    @Test
    void a_stopped_run_goes_on_when_the_campaign_is_resumed() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(2);
            JobRunner runner = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            Job first = claim(runner);
            runner.start(first);
            List<FinishedJob> stopped = runner.cancelAll();
            assertThat(causes(stopped)).containsExactly(Cause.CANCELLED, Cause.CANCELLED);
            stopped.forEach(night::record);

            JobRunner next = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            assertThat(claim(next).workDir()).isEqualTo(first.workDir());
        }
    }

    @Test
    void a_run_lives_through_the_death_of_its_runner() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner first = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            Job job = claim(first);
            first.start(job); // and here the runner dies

            JobRunner second = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            assertThat(second.finished(Step.AUDIT)).as("it runs").isEmpty();
            assertThat(second.claim(Step.AUDIT, 8)).as("no second copy").isEmpty();
            Files.createFile(work(job).resolve("go"));
            recordAll(night, second, 1); // and here that one dies

            JobRunner third = night.runnerWithMany(UNTIL_TOLD, 100, 1);
            assertThat(causes(recordAll(night, third, 2))).isEmpty();
            assertThat(work(job).resolve("visits")).hasContent("here");
            assertThat(jobs(night)).hasSize(3).extracting(Job::state).containsOnly(Job.State.DONE);
        }
    }

    @Test
    void jobs_that_were_claimed_but_never_started_are_lost_and_tried_again_together() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(2);
            Job claimed = claim(night.runnerWithMany("true", 100, 1)); // and here the runner dies

            JobRunner resumed = night.runnerWithMany("true", 100, 1);
            assertThat(causes(recordAll(night, resumed, 2))).containsExactly(Cause.KILLED, Cause.KILLED);
            Job again = claim(resumed);
            resumed.start(again);

            assertThat(again.workDir()).isEqualTo(claimed.workDir());
            assertThat(causes(recordAll(night, resumed, 2))).isEmpty();
        }
    }

    @Test
    void a_shared_directory_is_packed_once_when_all_of_its_jobs_are_done() throws Exception {
        try (ShellNight night = night()) {
            night.auditsToRecord(3);
            JobRunner runner = night.runnerWithMany("true", 100, 1);
            Job first = claim(runner);
            runner.start(first);
            WorkTidying tidying = new WorkTidying(night.store, new CampaignFiles(dir), WorkConfig.Policy.PACK);
            recordAll(night, runner, 2);
            assertThat(tidying.all()).as("one is not recorded yet").noneMatch(Job::sharesItsRun);
            recordAll(night, runner, 1);

            List<Job> due = tidying.all().stream().filter(Job::sharesItsRun).toList();
            assertThat(due).singleElement().extracting(Job::place).isEqualTo(2);
            assertThat(tidying.tidy(due.get(0)).became()).isEqualTo(TidiedWork.Became.PACKED);

            assertThat(work(first)).doesNotExist();
            assertThat(tidying.all()).noneMatch(Job::sharesItsRun);
            assertThat(broken(night))
                    .doesNotContain(Invariant.ONE_RUN, Invariant.PROVENANCE, Invariant.TIDIED_WHEN_DONE);
        }
    }
}
