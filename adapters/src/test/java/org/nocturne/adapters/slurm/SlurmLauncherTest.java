package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Cause;

/** Jobs of a real cluster, from sbatch to their end. */
@Tag("slurm")
@Timeout(120)
class SlurmLauncherTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    static final Patience QUICK =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(1));

    private static RealSlurm slurm;

    @TempDir
    Path dir;

    private final String token = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        slurm = RealSlurm.start("JobCompType=jobcomp/none");
    }

    @AfterAll
    static void stop() throws Exception {
        if (slurm != null) {
            slurm.close();
        }
    }

    private static SlurmLauncher launcher() {
        return launcher(SlurmSettings.ofTheCluster());
    }

    private static SlurmLauncher launcher(SlurmSettings settings) {
        return new SlurmLauncher(settings, slurm.programs(), QUICK);
    }

    private static Command bash(String script) {
        return new Command(List.of("bash", "-c", script), Map.of("PLACE", "it's here"));
    }

    private Finished finished(SlurmLauncher launcher) throws Exception {
        return finished(launcher, token, dir);
    }

    static Finished finished(SlurmLauncher launcher, String token, Path dir) throws Exception {
        while (launcher.look(token, dir) instanceof State.Running) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return launcher.look(token, dir).ending().orElseThrow(() -> new AssertionError("never started"));
    }

    private void awaitFile(String name) throws Exception {
        while (!Files.exists(dir.resolve(name))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void a_job_runs_to_its_end_and_leaves_the_files_of_a_run_here() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("echo out $NOCTURNE_TOKEN $PLACE; echo err >&2"), dir, LONG);

        Finished finished = finished(launcher);

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.endedBy()).isEmpty();
        assertThat(dir.resolve(".command.out")).hasContent("out " + token + " it's here");
        assertThat(dir.resolve(".command.err")).hasContent("err");
        assertThat(dir.toFile().list())
                .contains(".command.sh", ".command.run", ".command.begin", ".exitcode", ".command.job");
        assertThat(slurm.ask("squeue", "--noheader", "--states=all", "--name=nocturne-" + token, "--format=%A")
                        .out()
                        .lines())
                .hasSize(1);
    }

    @Test
    void the_exit_code_is_told() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("exit 3"), dir, LONG);

        assertThat(finished(launcher)).satisfies(f -> {
            assertThat(f.exitCode()).isEqualTo(3);
            assertThat(f.cause()).isEmpty();
        });
    }

    @Test
    void a_person_who_cancels_a_running_job_is_told() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("touch up; sleep 100"), dir, LONG);
        awaitFile("up");

        slurm.ask("scancel", "--name=nocturne-" + token);

        assertThat(finished(launcher).cause()).contains(Cause.CANCELLED);
    }

    @Test
    void a_running_job_that_is_ended_says_why_and_dies() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("touch up; sleep 100; touch lived"), dir, LONG);
        awaitFile("up");

        launcher.end(token, dir, Duration.ofSeconds(1), Cause.STALLED);

        assertThat(finished(launcher).cause()).contains(Cause.STALLED);
        assertThat(dir.resolve("lived")).doesNotExist();
    }

    @Test
    void a_job_that_is_ended_while_it_waits_never_begins() throws Exception {
        SlurmLauncher launcher = launcher(asking("--begin=now+1hour"));
        launcher.start(token, bash("touch up"), dir, LONG);
        assertThat(launcher.look(token, dir)).isInstanceOf(State.Running.class);

        launcher.end(token, dir, Duration.ZERO, Cause.CANCELLED);

        assertThat(finished(launcher).cause()).contains(Cause.CANCELLED);
        assertThat(dir.resolve("up")).doesNotExist();
    }

    @Test
    void the_time_limit_of_the_run_is_kept_to_the_second() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("sleep 100"), dir, Duration.ofSeconds(1));

        assertThat(finished(launcher)).satisfies(f -> {
            assertThat(f.cause()).contains(Cause.TIMED_OUT);
            assertThat(f.took()).isBetween(Duration.ofMillis(990), Duration.ofSeconds(20));
        });
    }

    @Test
    void a_job_that_takes_more_memory_than_it_asked_for_is_told() throws Exception {
        SlurmLauncher launcher = launcher(new SlurmSettings(null, null, null, 1, 50, null, false, List.of()));
        launcher.start(
                token,
                new Command(List.of("python3", "-c", "x = bytearray(300_000_000)\nimport time\ntime.sleep(60)")),
                dir,
                LONG);

        assertThat(finished(launcher).cause()).contains(Cause.OUT_OF_MEMORY);
    }

    @Test
    void what_ran_out_of_memory_runs_with_more_of_it() throws Exception {
        SlurmLauncher launcher = launcher(new SlurmSettings(null, null, null, 1, 50, null, false, List.of()));
        Command large = new Command(List.of("python3", "-c", "x = bytearray(300_000_000)\nimport time\ntime.sleep(3)"));

        launcher.start(token, large, dir, LONG, 8);

        assertThat(finished(launcher).succeeded()).isTrue();
        assertThat(dir.resolve(".command.run")).content().contains("--mem=400M");
    }

    @Test
    void what_sbatch_refuses_is_refused_at_once_in_its_words() {
        assertThatThrownBy(() -> launcher(inPartition("nowhere")).start(token, bash("true"), dir, LONG))
                .isInstanceOf(RejectedJobException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Invalid partition name specified")
                .hasMessageContaining("nowhere");
    }

    /** Slurm takes it and would keep it for ever. */
    @Test
    void a_job_longer_than_its_partition_allows_does_not_wait_for_ever() throws Exception {
        SlurmLauncher launcher = launcher(inPartition("short"));
        launcher.start(token, bash("true"), dir, LONG);

        assertThat(finished(launcher).cause()).contains(Cause.BAD_INPUT);
        assertThat(dir.resolve(".command.err")).content().contains("PartitionTimeLimit");
    }

    @Test
    void another_launcher_adopts_a_job_and_collects_it() throws Exception {
        launcher().start(token, bash("until [ -e go ]; do sleep 0.05; done; exit 7"), dir, LONG);

        SlurmLauncher second = launcher();
        assertThat(second.look(token, dir)).isInstanceOf(State.Running.class);
        Files.createFile(dir.resolve("go"));

        assertThat(finished(second).exitCode()).isEqualTo(7);
    }

    /** The runner died between sbatch and the note of the job's number. */
    @Test
    void a_job_whose_number_was_never_noted_is_found_by_its_name() throws Exception {
        SlurmLauncher first = launcher(asking("--begin=now+1hour"));
        first.start(token, bash("true"), dir, LONG);
        long id = ((State.Running) first.look(token, dir)).id();
        Files.delete(dir.resolve(JobNote.FILE));

        SlurmLauncher second = launcher();
        assertThat(second.look(token, dir)).isEqualTo(new State.Running(id));
        assertThat(JobNote.read(dir, token)).contains(id);
        second.end(token, dir, Duration.ZERO, Cause.CANCELLED);
    }

    /** The same, and the dead runner's successor starts the token again. */
    @Test
    void a_token_that_is_in_the_queue_is_not_submitted_again() throws Exception {
        Command counted = bash("echo once >> begun; until [ -e go ]; do sleep 0.05; done");
        launcher().start(token, counted, dir, LONG);
        Files.delete(dir.resolve(JobNote.FILE));

        SlurmLauncher second = launcher();
        second.start(token, counted, dir, LONG);
        Files.createFile(dir.resolve("go"));

        assertThat(finished(second).exitCode()).isZero();
        assertThat(Files.readAllLines(dir.resolve("begun"))).containsExactly("once");
        assertThat(submissions()).isEqualTo(1);
    }

    /** The runner died between the commit of the token and sbatch. */
    @Test
    void what_was_never_submitted_is_told() throws Exception {
        assertThat(launcher().look(token, dir.resolve("nothing"))).isEqualTo(new State.NeverStarted());

        SlurmScript.write(token, bash("true"), dir, LONG, 0, SlurmSettings.ofTheCluster());
        assertThat(launcher().look(token, dir)).isEqualTo(new State.NeverStarted());
        assertThatThrownBy(() -> launcher().start(token, bash("true"), dir, LONG))
                .hasMessageContaining("given up as lost");
    }

    /** An sbatch that a dead runner left behind reaches the controller after the run was given up. */
    @Test
    void a_job_that_comes_up_after_it_was_given_up_does_nothing() throws Exception {
        SlurmScript.write(token, bash("touch up"), dir, LONG, 0, SlurmSettings.ofTheCluster());
        assertThat(launcher().look(token, dir)).isEqualTo(new State.NeverStarted());

        submitBeside();

        awaitFile(SlurmScript.LOG);
        while (!Files.readString(dir.resolve(SlurmScript.LOG)).contains("given up")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(dir.resolve("up")).doesNotExist();
        assertThat(launcher().look(token, dir)).isEqualTo(new State.NeverStarted());
    }

    /** Both the dead runner's sbatch and its successor's are in the queue. */
    @Test
    void of_two_jobs_of_one_token_one_begins() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("echo once >> begun; until [ -e go ]; do sleep 0.05; done; exit 3"), dir, LONG);
        submitBeside();
        awaitFile(SlurmScript.LOG);
        while (!Files.readString(dir.resolve(SlurmScript.LOG)).contains("begun already")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(launcher().look(token, dir)).isInstanceOf(State.Running.class);
        Files.createFile(dir.resolve("go"));
        assertThat(finished(launcher()).exitCode()).isEqualTo(3);
        assertThat(Files.readAllLines(dir.resolve("begun"))).containsExactly("once");
    }

    private void submitBeside() throws Exception {
        List<String> command = SlurmScript.submit(token, dir, LONG, SlurmSettings.ofTheCluster());
        assertThat(slurm.ask(command.toArray(String[]::new)).exitCode()).isZero();
    }

    private long submissions() throws IOException {
        return slurm.ask("squeue", "--noheader", "--states=all", "--name=nocturne-" + token, "--format=%A")
                .out()
                .lines()
                .count();
    }

    @Test
    void the_directory_may_have_any_name_and_the_command_any_argument() throws Exception {
        Path nasty = dir.resolve("dir of $(nasty) 'names' %j");
        SlurmLauncher launcher = launcher();
        launcher.start(token, new Command(List.of("printf", "%s|", "first", "it's $(touch oops)")), nasty, LONG);

        assertThat(finished(launcher, token, nasty).exitCode()).isZero();
        assertThat(nasty.resolve(".command.out")).content().isEqualTo("first|it's $(touch oops)|");
    }

    @Test
    void the_job_can_be_repeated_by_hand() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("echo again >> count"), dir, LONG);
        finished(launcher);

        Programs.ask(List.of("bash", dir.resolve(".command.run").toString()), Duration.ofSeconds(5));

        assertThat(Files.readAllLines(dir.resolve("count"))).containsExactly("again", "again");
    }

    @Test
    void a_trial_says_whether_the_cluster_would_take_a_job() {
        SlurmTrial trial = new SlurmTrial(slurm.programs());

        assertThat(trial.complaint()).isEmpty();
        assertThat(trial.complaint(inPartition("main"), LONG)).isEmpty();
        assertThat(trial.complaint(inPartition("nowhere"), LONG))
                .get(STRING)
                .contains("invalid partition specified: nowhere");
        assertThat(trial.complaint(asking("--no-such-option"), LONG))
                .get(STRING)
                .contains("no-such-option");
        SlurmTrial unreachable = new SlurmTrial(new SlurmPrograms(Map.of("SLURM_CONF", "/no/such/slurm.conf")));
        assertThat(unreachable.complaint()).get(STRING).contains("does not answer", "SLURM_CONF");
    }

    private static SlurmSettings asking(String extra) {
        return new SlurmSettings(null, null, null, null, null, null, false, List.of(extra));
    }

    private static SlurmSettings inPartition(String partition) {
        return new SlurmSettings(partition, null, null, null, null, null, false, List.of());
    }
}
