package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.core.work.Cause;

/** What Slurm 22.05.8 printed, as it printed it. */
class SlurmWordsTest {

    private static final String SQUEUE = """
            3|CANCELLED|Priority|longer
            1|COMPLETED|None|ok
            5|RUNNING|None|a|b
            8|COMPLETING|None|term
            2|FAILED|NonZeroExitCode|bad
            4|FAILED|BadConstraints|j.sh
            7|FAILED|JobLaunchFailure|oom
            9|PENDING|PartitionTimeLimit|long
            """;

    @Test
    void squeue_is_read() {
        Map<String, List<QueuedJob>> byName = Queue.parse(SQUEUE);

        assertThat(byName).hasSize(8);
        assertThat(byName.get("a|b")).containsExactly(new QueuedJob(5, JobState.RUNNING, "None", "a|b"));
        assertThat(byName.get("term").get(0).state()).satisfies(s -> {
            assertThat(s.isAlive()).isTrue();
            assertThat(s.canBeCancelled()).isFalse();
        });
        assertThat(byName.get("longer").get(0).cause()).contains(Cause.CANCELLED);
        assertThat(byName.get("bad").get(0).cause()).isEmpty();
        assertThat(byName.get("j.sh").get(0).cause()).contains(Cause.BAD_INPUT);
        assertThat(byName.get("long").get(0).hopeless()).contains(Cause.BAD_INPUT);
        assertThat(byName.get("ok").get(0).hopeless()).isEmpty();
    }

    @Test
    void a_line_that_is_none_of_squeue_is_passed_over() {
        assertThat(Queue.parse("slurm_load_jobs error: Unable to contact slurm controller\n\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, TIMED_OUT",
        "DEADLINE, TIMED_OUT",
        "OUT_OF_MEMORY, OUT_OF_MEMORY",
        "NODE_FAIL, NODE_FAILURE",
        "BOOT_FAIL, NODE_FAILURE",
        "PREEMPTED, PREEMPTED",
        "CANCELLED, CANCELLED",
    })
    void states_are_causes(String state, Cause cause) {
        assertThat(JobState.of(state).isAlive()).isFalse();
        assertThat(JobState.of(state).cause()).contains(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "RUNNING", "SUSPENDED", "COMPLETING", "CONFIGURING", "STAGE_OUT", "NEW_IN_2030"})
    void what_is_not_over_and_what_is_not_known_is_alive(String state) {
        assertThat(JobState.of(state).isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Priority", "Resources", "PartitionConfig", "PartitionNodeLimit", "AssocGrpCpuLimit", "BeginTime"
            })
    void what_may_change_by_itself_is_waited_for(String reason) {
        assertThat(new QueuedJob(1, JobState.PENDING, reason, "n").hopeless()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PartitionTimeLimit", "QOSMaxWallDurationPerJobLimit", "AssocMaxCpuPerJobLimit", "InvalidQOS"})
    void what_cannot_change_by_itself_is_not(String reason) {
        assertThat(new QueuedJob(1, JobState.PENDING, reason, "n").hopeless()).contains(Cause.BAD_INPUT);
        assertThat(new QueuedJob(1, JobState.RUNNING, reason, "n").hopeless()).isEmpty();
    }

    private static final String COMPLETED_LINE =
            "JobId=2 UserId=root(0) GroupId=root(0) Name=bad JobState=FAILED Partition=main TimeLimit=UNLIMITED"
                    + " StartTime=2026-11-22T00:38:49 EndTime=2026-11-22T00:38:49 NodeList=localhost NodeCnt=1 ProcCnt=1"
                    + " WorkDir=/tmp/w ReservationName= Tres=cpu=1,mem=8000M,node=1,billing=1 Account= QOS= WcKey="
                    + " Cluster=unknown SubmitTime=2026-11-22T00:38:46 EligibleTime=2026-11-22T00:38:46"
                    + " DerivedExitCode=0:0 ExitCode=3:0 ";

    @Test
    void a_line_of_the_completion_file_is_read() {
        assertThat(EndedJob.parse(COMPLETED_LINE, 2, "bad")).contains(new EndedJob(JobState.FAILED, OptionalInt.of(3)));
        assertThat(EndedJob.parse(COMPLETED_LINE, 2, "other"))
                .as("numbers begin anew one day")
                .isEmpty();
        assertThat(EndedJob.parse(COMPLETED_LINE, 22, "bad")).isEmpty();
        assertThat(EndedJob.parse(COMPLETED_LINE.replace("ExitCode=3:0", "ExitCode=0:9"), 2, "bad"))
                .contains(new EndedJob(JobState.FAILED, OptionalInt.of(137)));
    }

    @Test
    void a_living_job_of_scontrol_is_no_record() {
        String line = "JobId=2 JobName=bad UserId=root(0) GroupId=root(0) MCS_label=N/A Priority=4294901758 Nice=0"
                + " Account=(null) QOS=(null) JobState=PENDING Reason=Resources Dependency=(null) Requeue=1 Restarts=0"
                + " BatchFlag=1 Reboot=0 ExitCode=0:0 RunTime=00:00:00 TimeLimit=UNLIMITED";

        assertThat(EndedJob.parse(line, 2, "bad")).isEmpty();
        assertThat(EndedJob.parse(line.replace("PENDING", "FAILED").replace("0:0", "3:0"), 2, "bad"))
                .contains(new EndedJob(JobState.FAILED, OptionalInt.of(3)));
    }

    @Test
    void the_completion_file_is_found() {
        String config = """
                JobCompHost             = localhost
                JobCompLoc              = /var/log/slurm_jobcomp.log
                JobCompType             = jobcomp/filetxt
                KillWait                = 5 sec
                """;
        assertThat(Records.completionFile(config)).contains(Path.of("/var/log/slurm_jobcomp.log"));
        assertThat(Records.completionFile(config.replace("filetxt", "none"))).isEmpty();
    }

    @Test
    void what_sbatch_takes_and_refuses_is_told_apart_from_what_nobody_knows() {
        assertThat(Submission.of(said(0, "17\n", "")).id()).isEqualTo(OptionalLong.of(17));
        assertThat(Submission.of(said(0, "17;cluster\n", "")).id()).isEqualTo(OptionalLong.of(17));
        Submission refused = Submission.of(said(1, "", """
                sbatch: error: invalid partition specified: nope
                sbatch: error: Batch job submission failed: Invalid partition name specified
                """));
        assertThat(refused.refused()).isTrue();
        assertThat(refused.words())
                .isEqualTo("sbatch: error: invalid partition specified: nope; "
                        + "sbatch: error: Batch job submission failed: Invalid partition name specified");
        Submission unclear = Submission.of(said(
                1,
                "",
                "sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)\n"));
        assertThat(unclear.refused()).isFalse();
        assertThat(unclear.id()).isEmpty();
        Submission noKey = Submission.of(said(1, "", """
                sbatch: error: slurm_send_node_msg: auth_g_create: REQUEST_SUBMIT_BATCH_JOB has authentication error
                sbatch: error: Batch job submission failed: Protocol authentication error
                """));
        assertThat(noKey.refused()).isFalse();
        assertThat(Submission.of(Optional.empty()).refused()).isFalse();
        assertThat(Submission.of(said(0, "", "")).refused()).as("no number").isTrue();
    }

    private static Optional<Answer> said(int code, String out, String err) {
        return Optional.of(new Answer(code, out, err));
    }

    @Test
    void what_is_asked_for_becomes_options() {
        SlurmSettings settings =
                new SlurmSettings("main", "silicon", "normal", 4, 2000, "avx512", false, List.of("--comment=a night"));

        assertThat(settings.options(Duration.ofMinutes(30)))
                .containsExactly(
                        "--time=32",
                        "--partition=main",
                        "--account=silicon",
                        "--qos=normal",
                        "--cpus-per-task=4",
                        "--mem=2000M",
                        "--constraint=avx512",
                        "--no-requeue",
                        "--comment=a night");
        assertThat(SlurmSettings.ofTheCluster().options(Duration.ofMillis(500)))
                .containsExactly("--time=2", "--no-requeue");
    }

    @ParameterizedTest
    @CsvSource({
        "--time=5, code.time-limit-minutes",
        "--partition=main, launcher.partition",
        "--mem=5G, launcher.memory-mb",
        "--requeue, launcher.requeue",
        "--array=1-5, slots",
        "--job-name=x, finds its jobs",
        "--job-n=x, --job-name",
        "--out=x, --output",
        "-p main, is no option",
        "partition=main, is no option",
        "--chdir=/tmp, fixed names",
    })
    void an_option_that_nocturne_owns_is_refused_with_what_to_use_instead(String option, String instead) {
        assertThatThrownBy(() ->
                        new SlurmSettings(null, null, null, null, null, null, false, List.of("--exclusive", option)))
                .hasMessageStartingWith("extra: '" + option + "'")
                .hasMessageContaining(instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--exclusive",
                "--gres=gpu:1",
                "--mem-per-cpu=500",
                "--nice=100",
                "--cpu-freq=low",
                "--reservation=r"
            })
    void other_options_pass(String option) {
        assertThat(OwnedOptions.complaint(option)).isEmpty();
    }
}
