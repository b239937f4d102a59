package org.nocturne.adapters.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConversationTest {
    @TempDir
    Path dir;

    /** Answers each line in a file and ends with its input. */
    private static final Command ECHO = new Command(
            List.of("bash", "-c", "while read -r line; do echo \"$WORD $line\" >> heard; done; exit 3"),
            Map.of("WORD", "heard"));

    private void await(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(5);
        }
    }

    @Test
    void what_is_said_is_heard_and_the_end_of_input_ends_the_program() throws Exception {
        Conversation talk = Conversation.begin(ECHO, dir.resolve("talk"));
        talk.say("one\ntwo\n");
        await(dir.resolve("talk/heard"));
        assertThat(talk.ending()).isEqualTo("is alive");

        talk.close();

        assertThat(dir.resolve("talk/heard")).hasContent("heard one\nheard two\n");
        assertThat(talk.ending()).isEqualTo("exit code 3");
    }

    @Test
    void a_program_that_ignores_the_end_is_killed_with_its_children() throws Exception {
        Conversation talk = Conversation.begin(
                new Command(List.of("bash", "-c", "sleep 600 & echo $! > child.tmp; mv child.tmp child; wait")), dir);
        await(dir.resolve("child"));
        long child = Long.parseLong(Files.readString(dir.resolve("child")).strip());

        talk.end(Duration.ofMillis(50));

        assertThat(talk.ending()).isEqualTo("exit code 137");
        assertThat(ends(child)).isTrue();
    }

    @Test
    void a_dead_program_does_not_listen() throws Exception {
        Conversation talk = Conversation.begin(new Command(List.of("true")), dir);
        while (talk.isAlive()) {
            Thread.sleep(5);
        }
        assertThatThrownBy(() -> talk.say("anyone?\n")).isInstanceOf(IOException.class);
        talk.close();
    }

    @Test
    void the_program_ends_when_its_runner_is_killed() throws Exception {
        Process runner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runner.class.getName(),
                        dir.toString())
                .inheritIO()
                .start();
        await(dir.resolve("pid"));
        long program = Long.parseLong(Files.readString(dir.resolve("pid")).strip());
        assertThat(ProcessTable.startTime(program)).isPresent();

        runner.destroyForcibly().waitFor();

        assertThat(ends(program)).isTrue();
    }

    private static boolean ends(long pid) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (ProcessTable.startTime(pid).isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return ProcessTable.startTime(pid).isEmpty();
    }

    /** Begins a conversation and never ends it. */
    static final class Runner {
        private Runner() {}

        public static void main(String[] arguments) throws Exception {
            Path dir = Path.of(arguments[0]);
            Conversation talk = Conversation.begin(new Command(List.of("cat")), dir.resolve("cat"));
            Files.writeString(dir.resolve("pid.tmp"), Long.toString(talk.pid()));
            Files.move(dir.resolve("pid.tmp"), dir.resolve("pid"));
            Thread.sleep(60_000);
        }
    }
}
