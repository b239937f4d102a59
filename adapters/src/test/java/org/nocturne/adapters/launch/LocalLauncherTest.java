package org.nocturne.adapters.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.work.Cause;

@Timeout(60)
class LocalLauncherTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    private final String token = "launch-" + Long.toHexString(System.nanoTime());
    private final LocalLauncher launcher = new LocalLauncher(Duration.ofMillis(300));

    @AfterEach
    void nothing_is_left_alive() throws IOException {
        launcher.end(token, dir, Duration.ZERO, Cause.CANCELLED);
        assertThat(ProcessTable.belongingTo(token, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 124, 127})
    void the_exit_code_is_told(int code) throws IOException {
        Finished finished = run("exit " + code, LONG);

        assertThat(finished.exitCode()).isEqualTo(code);
        assertThat(finished.endedBy()).isEmpty();
    }

    @Test
    void stdout_and_stderr_go_to_files_and_the_token_is_in_the_environment() throws IOException {
        run("echo out $NOCTURNE_TOKEN $PLACE; echo err >&2", LONG, Map.of("PLACE", "it's here"));

        assertThat(dir.resolve(".command.out")).hasContent("out " + token + " it's here");
        assertThat(dir.resolve(".command.err")).hasContent("err");
    }

    @Test
    void a_missing_program_is_told() throws IOException {
        launcher.start(token, new Command(List.of("no-such-program-anywhere")), dir, LONG);

        assertThat(finished().cause()).contains(Cause.MISSING_PROGRAM);
    }

    @Test
    void the_time_limit_holds() throws IOException {
        Finished finished = run("sleep 60", Duration.ofMillis(300));

        assertThat(finished.cause()).contains(Cause.TIMED_OUT);
        assertThat(finished.took()).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
    }

    @Test
    void the_time_limit_holds_for_a_program_deaf_to_sigterm() throws IOException {
        Finished finished = run("trap '' TERM; while true; do sleep 0.05; done", Duration.ofMillis(300));

        assertThat(finished.cause()).contains(Cause.TIMED_OUT);
        assertThat(finished.exitCode()).isEqualTo(137);
    }

    @Test
    void the_time_limit_reaches_a_grandchild_in_a_session_of_its_own() throws IOException {
        Finished finished = run("setsid sleep 60 & sleep 60", Duration.ofMillis(300));

        assertThat(finished.cause()).contains(Cause.TIMED_OUT);
        assertThat(ProcessTable.belongingTo(token, 0)).isEmpty();
    }

    @Test
    void a_program_that_kills_itself_is_killed_not_timed_out() throws IOException {
        Finished finished = run("kill -KILL $$", LONG);

        assertThat(finished.exitCode()).isEqualTo(137);
        assertThat(finished.cause()).contains(Cause.KILLED);
    }

    @Test
    void ending_a_run_says_why_and_waits_until_all_of_it_is_gone() throws IOException {
        launch("trap '' TERM; (trap '' TERM; setsid sleep 61) & while true; do sleep 0.05; done", LONG);

        launcher.end(token, dir, Duration.ofMillis(200), Cause.STALLED);

        assertThat(ProcessTable.belongingTo(token, 0)).isEmpty();
        assertThat(finished().endedBy()).contains(Cause.STALLED);
    }

    @Test
    void what_was_seen_before_it_was_ended_is_told_with_its_exit_code() throws IOException {
        launch("sleep 60", LONG);
        awaitCommand();

        launcher.end(token, dir, Duration.ofSeconds(1), Reason.seen(Cause.STALLED, "nothing was written\nfor 9 min"));

        assertThat(finished().cause()).contains(Cause.STALLED);
        assertThat(finished().inWords()).startsWith("nothing was written for 9 min, ");
    }

    /** As when somebody sets the clock back while it runs: the times of its files lie before its beginning. */
    @Test
    void a_clock_that_was_set_back_changes_neither_how_long_it_took_nor_that_the_limit_was_passed() throws IOException {
        Finished finished = run("sleep 60", Duration.ofMillis(400));
        for (String file : List.of(".exitcode", ".command.took", ".command.out")) {
            Files.setLastModifiedTime(dir.resolve(file), FileTime.fromMillis(0));
        }

        assertThat(finished()).isEqualTo(finished);
        assertThat(finished.cause()).contains(Cause.TIMED_OUT);
        assertThat(finished.took()).isGreaterThanOrEqualTo(Duration.ofMillis(390));
    }

    @Test
    void one_killed_with_its_wrapper_takes_no_less_than_nothing() throws IOException {
        launch("sleep 60", LONG);
        awaitCommand();
        launcher.end(token, dir, Duration.ZERO, Cause.CANCELLED);
        Files.setLastModifiedTime(dir.resolve(".command.ended"), FileTime.fromMillis(0));

        assertThat(finished().took()).isZero();
    }

    @Test
    void a_file_that_grows_past_the_limit_ends_the_run() throws IOException {
        launcher.withFilesUpTo(1 << 20)
                .start(token, new Command(List.of("bash", "-c", "cat /dev/zero > log")), dir, LONG);

        assertThat(finished().cause()).contains(Cause.OUTPUT_TOO_LARGE);
        assertThat(finished().inWords()).startsWith("a file of it grew past the limit, exit code 153");
        assertThat(Files.size(dir.resolve("log"))).isEqualTo(1 << 20);
    }

    @Test
    void what_a_run_left_in_the_background_is_ended_and_counted() throws IOException {
        run("setsid sleep 60 & (trap '' TERM; while true; do sleep 0.05; done) & exit 0", LONG);

        assertThat(launcher.endRest(token, Duration.ofMillis(300))).isGreaterThanOrEqualTo(2);

        assertThat(ProcessTable.belongingTo(token, 0)).isEmpty();
        assertThat(finished().cause()).as("it succeeded").isEmpty();
        assertThat(launcher.endRest(token, Duration.ZERO)).isZero();
    }

    @Test
    void what_goes_by_itself_shortly_after_was_not_left_behind() throws IOException {
        run("setsid sleep 0.3 & exit 0", LONG);

        assertThat(launcher.endRest(token, Duration.ofMillis(300))).isZero();
    }

    @Test
    void processor_time_is_told_also_of_children_that_have_ended() throws IOException {
        launch("bash -c 'for k in {1..300000}; do :; done'; touch done; sleep 60", LONG);
        while (!Files.exists(dir.resolve("done"))) {
            Thread.yield();
        }

        assertThat(launcher.pulse(token, dir).processor().orElseThrow()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void ending_a_run_that_has_ended_changes_nothing() throws IOException {
        run("exit 3", LONG);

        launcher.end(token, dir, Duration.ZERO, Cause.CANCELLED);

        assertThat(finished().endedBy()).isEmpty();
        assertThat(finished().exitCode()).isEqualTo(3);
    }

    @Test
    void a_wrapper_killed_from_outside_is_gone() throws IOException {
        launch("sleep 60", LONG);
        long pid = ((State.Running) launcher.look(token, dir)).id();
        awaitCommand();
        for (long member : ProcessTable.belongingTo(token, pid)) {
            ProcessHandle.of(member).ifPresent(ProcessHandle::destroyForcibly);
        }
        awaitNotRunning();

        assertThat(launcher.look(token, dir)).isEqualTo(new State.Gone());
    }

    /** As a kernel without memory does: it may meet the wrapper before it has said anything. */
    @Test
    void what_is_killed_while_it_starts_is_lost_and_no_fault() throws Exception {
        for (int k = 0; k < 5; k++) {
            String each = token + k;
            Path there = dir.resolve("killed" + k);
            Thread killer = new Thread(() -> {
                while (Calculations.kill(each) == 0 && !Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            killer.start();

            launcher.start(each, new Command(List.of("sleep", "60")), there, LONG);

            killer.join();
            long patience = System.nanoTime() + 10_000_000_000L;
            while (launcher.look(each, there) instanceof State.Running && System.nanoTime() < patience) {
                Calculations.kill(each); // what it had begun to start
            }
            assertThat(launcher.look(each, there)).isIn(new State.NeverStarted(), new State.Gone());
        }
    }

    @Test
    void a_run_whose_wrapper_alone_was_killed_still_runs() throws IOException {
        launch("sleep 60", LONG);
        long wrapper = ((State.Running) launcher.look(token, dir)).id();
        awaitCommand();
        ProcessHandle.of(wrapper).ifPresent(ProcessHandle::destroyForcibly);
        while (ProcessTable.startTime(wrapper).isPresent()) {
            Thread.yield();
        }

        assertThat(launcher.look(token, dir)).isInstanceOf(State.Running.class);
        launcher.end(token, dir, Duration.ofSeconds(1), Cause.STALLED);
        assertThat(finished().cause()).contains(Cause.STALLED);
    }

    @Test
    void what_was_never_started_is_told_also_beside_the_run_of_another() throws IOException {
        assertThat(launcher.look(token, dir)).isEqualTo(new State.NeverStarted());
        run("exit 0", LONG);

        assertThat(launcher.look("another", dir)).isEqualTo(new State.NeverStarted());
    }

    @Test
    void a_token_is_started_once_at_a_time() throws IOException {
        launch("sleep 60", LONG);

        assertThatThrownBy(() -> launch("sleep 60", LONG)).hasMessageContaining("is alive");
    }

    /** Another JVM starts a run and is killed; this one, which knows nothing of it, adopts it. */
    @Test
    void a_run_is_adopted_after_its_starter_was_killed() throws IOException, InterruptedException {
        Path inner = startedByAnotherJvm(LONG);

        assertThat(launcher.look(token, inner)).isInstanceOf(State.Running.class);
        Files.createFile(inner.resolve("go"));
        assertThat(adopted(inner).exitCode()).isEqualTo(7);
    }

    @Test
    void the_time_limit_holds_after_the_starter_was_killed() throws IOException, InterruptedException {
        Path inner = startedByAnotherJvm(Duration.ofSeconds(1));

        assertThat(adopted(inner).cause()).contains(Cause.TIMED_OUT);
    }

    @Test
    void an_adopted_run_can_be_ended() throws IOException, InterruptedException {
        Path inner = startedByAnotherJvm(LONG);

        launcher.end(token, inner, Duration.ofSeconds(1), Cause.CANCELLED);

        assertThat(adopted(inner).cause()).contains(Cause.CANCELLED);
    }

    private Path startedByAnotherJvm(Duration limit) throws IOException, InterruptedException {
        Path inner = Files.createDirectories(dir.resolve("run"));
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        token,
                        inner.toString(),
                        limit.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(dir.toFile(), "starter.txt"))
                .start();
        while (!Files.exists(inner.resolve(".command.begin")) && starter.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        starter.destroyForcibly().waitFor();
        return inner;
    }

    private Finished adopted(Path inner) throws IOException, InterruptedException {
        while (launcher.look(token, inner) instanceof State.Running) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return launcher.look(token, inner).ending().orElseThrow();
    }

    /** Run in a JVM of its own. */
    static final class Starter {
        public static void main(String[] args) throws IOException, InterruptedException {
            Command command = new Command(List.of("bash", "-c", "until [ -e go ]; do sleep 0.02; done; exit 7"));
            new LocalLauncher().start(args[0], command, Path.of(args[1]), Duration.parse(args[2]));
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "it's", "$(touch oops)", "`x`", "new\nline", "\"", "\\", "*", "ü-β", "-n", ";&|<>", ""})
    void nasty_arguments_arrive_as_they_are(String nasty) throws IOException {
        Path nastyDir = dir.resolve("dir of $(nasty) 'names'");
        launcher.start(token, new Command(List.of("printf", "%s|", "first", nasty)), nastyDir, LONG);
        while (launcher.look(token, nastyDir) instanceof State.Running) {
            Thread.yield();
        }

        assertThat(nastyDir.resolve(".command.out")).content().isEqualTo("first|" + nasty + "|");
        assertThat(nastyDir.resolve("oops")).doesNotExist();
    }

    @Test
    void no_limit_is_no_choice() {
        assertThatThrownBy(() -> run("exit 0", Duration.ZERO)).hasMessageContaining("time limit is PT0S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "$(id)", "-x"})
    void a_token_that_is_no_plain_word_is_refused(String bad) {
        assertThatThrownBy(() -> launcher.look(bad, dir)).hasMessageContaining("token is");
    }

    @Test
    void the_command_can_be_run_again_by_hand() throws IOException {
        run("echo hello", LONG);
        Optional<String> again =
                Programs.ask(List.of("bash", dir.resolve(".command.sh").toString()), Duration.ofSeconds(5));

        assertThat(again).contains("hello\n");
    }

    private Finished run(String script, Duration limit) throws IOException {
        return run(script, limit, Map.of());
    }

    private Finished run(String script, Duration limit, Map<String, String> environment) throws IOException {
        launcher.start(token, new Command(List.of("bash", "-c", script), environment), dir, limit);
        return finished();
    }

    private void launch(String script, Duration limit) throws IOException {
        launcher.start(token, new Command(List.of("bash", "-c", script)), dir, limit);
    }

    private Finished finished() throws IOException {
        awaitNotRunning();
        return ((State.Ended) launcher.look(token, dir)).finished();
    }

    /** Wrapper, timeout and command: who kills before they are all there may miss one. */
    private void awaitCommand() {
        while (ProcessTable.belongingTo(token, 0).size() < 3) {
            Thread.yield();
        }
    }

    private void awaitNotRunning() throws IOException {
        while (launcher.look(token, dir) instanceof State.Running) {
            Thread.yield();
        }
    }
}
