package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Cause;

/** A real cluster whose controller goes away, forgets, or loses its node; without accounting. */
@Tag("slurm")
@Timeout(400)
class SlurmTroubleTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String COMPLETIONS = "completions";

    private static RealSlurm slurm;

    @TempDir
    Path dir;

    private final String token = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        slurm = RealSlurm.start("MinJobAge=2", "JobCompType=jobcomp/filetxt", "JobCompLoc=@DIR@/" + COMPLETIONS);
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
        return new SlurmLauncher(settings, slurm.programs(), SlurmLauncherTest.QUICK);
    }

    private static Command bash(String script) {
        return new Command(List.of("bash", "-c", script));
    }

    private Finished finished() throws Exception {
        return SlurmLauncherTest.finished(launcher(), token, dir);
    }

    private void awaitFile(String name) throws Exception {
        while (!Files.exists(dir.resolve(name))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void awaitCompletions(int jobs) throws Exception {
        Path file = slurm.dir().resolve(COMPLETIONS);
        while (!Files.exists(file) || Files.readAllLines(file).size() < jobs) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int completions() throws IOException {
        Path file = slurm.dir().resolve(COMPLETIONS);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    @Tag("slow")
    void a_controller_that_does_not_answer_says_nothing_of_a_job() throws Exception {
        launcher().start(token, bash("touch up; until [ -e go ]; do sleep 0.05; done; exit 4"), dir, LONG);
        awaitFile("up");
        slurm.stopController();
        try {
            Files.createFile(dir.resolve("go"));
            awaitFile(".exitcode");
            assertThat(launcher().look(token, dir)).isInstanceOf(State.Running.class);
            assertThat(launcher().look(UUID.randomUUID().toString(), dir.resolve("none")))
                    .as("nobody knows whether it is in the queue")
                    .isInstanceOf(State.Running.class);
        } finally {
            slurm.startController();
        }
        assertThat(finished().exitCode()).isEqualTo(4);
    }

    @Test
    @Tag("slow")
    void success_needs_no_controller() throws Exception {
        launcher().start(token, bash("true"), dir, LONG);
        awaitFile(".exitcode");
        slurm.stopController();
        try {
            assertThat(finished().exitCode()).isZero();
            assertThat(new SlurmTrial(slurm.programs()).complaint())
                    .get(STRING)
                    .contains("does not answer", "is DOWN", "sinfo");
        } finally {
            slurm.startController();
        }
    }

    @Test
    void a_submission_waits_for_the_controller() throws Exception {
        slurm.stopController();
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> {
            try {
                launcher().start(token, bash("echo once >> begun"), dir, LONG);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        TimeUnit.SECONDS.sleep(1);
        assertThat(start).isNotDone();
        slurm.startController();
        start.get(60, TimeUnit.SECONDS);

        assertThat(finished().exitCode()).isZero();
        assertThat(Files.readAllLines(dir.resolve("begun"))).hasSize(1);
    }

    /** The controller took the job, and its answer was lost on the way. */
    @Test
    void a_job_whose_submission_was_not_answered_is_not_submitted_again() throws Exception {
        List<Long> taken = new ArrayList<>();
        SlurmPrograms lossy = new SlurmPrograms(slurm.environment()) {
            @Override
            Optional<Answer> run(List<String> command) throws IOException {
                Optional<Answer> answer = super.run(command);
                if (!command.get(0).equals("sbatch")) {
                    return answer;
                }
                taken.add(Long.valueOf(answer.orElseThrow().out().strip()));
                return Optional.of(new Answer(
                        1, "", "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation"));
            }
        };
        new SlurmLauncher(SlurmSettings.ofTheCluster(), lossy, SlurmLauncherTest.QUICK)
                .start(token, bash("true"), dir, LONG);

        assertThat(taken).hasSize(1);
        assertThat(JobNote.read(dir, token)).contains(taken.get(0));
        assertThat(finished().exitCode()).isZero();
    }

    @Test
    void a_job_that_ended_and_was_forgotten_while_nobody_looked_is_told_by_its_exit_code() throws Exception {
        launcher().start(token, bash("exit 3"), dir, LONG);
        awaitFile(".exitcode");
        slurm.forgetAllJobs();

        assertThat(finished()).satisfies(f -> {
            assertThat(f.exitCode()).isEqualTo(3);
            assertThat(f.cause()).isEmpty();
        });
    }

    @Test
    void a_forgotten_job_without_an_exit_code_is_told_by_the_completion_file() throws Exception {
        int before = completions();
        launcher().start(token, bash("touch up; sleep 100"), dir, LONG);
        awaitFile("up");
        slurm.ask("scancel", "--name=nocturne-" + token);
        awaitCompletions(before + 1);
        slurm.forgetAllJobs();

        assertThat(finished().cause()).contains(Cause.CANCELLED);
    }

    @Test
    @Tag("slow")
    void a_forgotten_job_that_nobody_wrote_of_is_gone() throws Exception {
        int before = completions();
        launcher().start(token, bash("touch up; sleep 100"), dir, LONG);
        awaitFile("up");
        slurm.ask("scancel", "--name=nocturne-" + token);
        awaitCompletions(before + 1);
        slurm.forgetAllJobs();
        Files.delete(slurm.dir().resolve(COMPLETIONS));

        assertThat(finished().exitCode()).isEqualTo(Finished.NO_EXIT_CODE);
        assertThat(launcher().look(token, dir)).isInstanceOf(State.Running.class); // its files may still be late
    }

    /** As when the disk of the work directory was full at the end. */
    @Test
    void the_controller_tells_an_exit_code_that_was_not_left() throws Exception {
        launcher().start(token, bash("exit 3"), dir, LONG);
        awaitFile(".exitcode");
        Files.delete(dir.resolve(".exitcode"));

        assertThat(finished().exitCode()).isEqualTo(3);
    }

    @Test
    void fourteen_jobs_through_two_slots_run_once_each_though_the_runner_changes() throws Exception {
        burst(14);
    }

    @Test
    @Tag("slow")
    void two_hundred_jobs_through_two_slots_run_once_each_though_the_runner_changes() throws Exception {
        burst(200);
    }

    /** Every seventh start is left by a runner that dies before it notes the job's number; the next one starts the token again. */
    private void burst(int jobs) throws Exception {
        Deque<String> waiting = new ArrayDeque<>();
        for (int k = 0; k < jobs; k++) {
            waiting.add(UUID.randomUUID().toString());
        }
        List<String> all = List.copyOf(waiting);
        Path marks = dir.resolve("marks");
        Map<String, SlurmLauncher> running = new HashMap<>();
        SlurmLauncher launcher = launcher();
        int started = 0;
        int ended = 0;
        while (ended < jobs) {
            while (running.size() < 2 && !waiting.isEmpty()) {
                String next = waiting.remove();
                Command command = bash("echo " + next + " >> '" + marks + "'");
                launcher.start(next, command, dir.resolve(next), LONG);
                if (++started % 7 == 0) {
                    Files.delete(dir.resolve(next).resolve(JobNote.FILE));
                    launcher = launcher();
                    launcher.start(next, command, dir.resolve(next), LONG);
                }
                running.put(next, launcher);
            }
            for (String one : List.copyOf(running.keySet())) {
                State state = launcher.look(one, dir.resolve(one));
                if (!(state instanceof State.Running)) {
                    assertThat(state.ending())
                            .as(() -> one + ": " + state + ", " + left(dir.resolve(one)))
                            .get()
                            .extracting(Finished::exitCode)
                            .isEqualTo(0);
                    running.remove(one);
                    ended++;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(Files.readAllLines(marks)).as("none twice, none lost").containsExactlyInAnyOrderElementsOf(all);
    }

    private static String left(Path workDir) {
        try (Stream<Path> files = Files.list(workDir)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().toString();
        } catch (IOException e) {
            return workDir + ": " + e.getMessage();
        }
    }

    @Test
    @Tag("slow")
    void a_time_limit_of_the_cluster_is_told() throws Exception {
        launcher().start(token, bash("touch up; sleep 300"), dir, LONG);
        awaitFile("up");
        slurm.ask("scontrol", "update", "JobName=nocturne-" + token, "TimeLimit=1");

        assertThat(finished().cause()).contains(Cause.TIMED_OUT);
    }

    @Test
    @Tag("slow")
    void a_lost_node_is_told() throws Exception {
        launcher().start(token, bash("touch up; sleep 300"), dir, LONG);
        awaitFile("up");
        slurm.killNode();
        try {
            assertThat(finished().cause()).contains(Cause.NODE_FAILURE);
        } finally {
            slurm.startNode();
        }
    }

    @Test
    @Tag("slow")
    void a_job_that_slurm_may_requeue_begins_again_under_its_token() throws Exception {
        SlurmSettings requeue = new SlurmSettings(null, null, null, null, null, null, true, List.of());
        launcher(requeue)
                .start(token, bash("echo begun >> begun; until [ -e go ]; do sleep 0.05; done; exit 5"), dir, LONG);
        awaitFile("begun");
        long id = ((State.Running) launcher().look(token, dir)).id();
        slurm.ask("scontrol", "requeue", String.valueOf(id));
        while (Files.readAllLines(dir.resolve("begun")).size() < 2) {
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(launcher().look(token, dir)).isInstanceOf(State.Running.class);
        }
        Files.createFile(dir.resolve("go"));

        assertThat(finished().exitCode()).isEqualTo(5);
    }

    @Test
    @Tag("slow")
    void a_controller_forgets_early_and_the_exit_code_stands() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int code = 0; code < 3; code++) {
            String each = UUID.randomUUID().toString();
            tokens.add(each);
            launcher().start(each, bash("exit " + code), dir.resolve(each), LONG);
        }
        while (slurm.ask("squeue", "--noheader", "--states=all", "--format=%j")
                .out()
                .contains(tokens.get(2))) {
            TimeUnit.MILLISECONDS.sleep(500);
        }

        for (int code = 0; code < 3; code++) {
            String each = tokens.get(code);
            assertThat(SlurmLauncherTest.finished(launcher(), each, dir.resolve(each))
                            .exitCode())
                    .isEqualTo(code);
        }
    }
}
