package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.run.Child;

/** The real engine. */
@Timeout(300)
class NextflowCommandTest {
    private static final String ADD = """
            process ADD {
              publishDir 'out', mode: 'copy'
              errorStrategy 'retry'
              maxRetries 1
              input: val n
              output: path "r${n}.txt"
              script:
              if (task.attempt == 1 && n == 2) "exit 3"
              else "echo $n > r${n}.txt"
            }
            workflow { ADD(Channel.of(1, 2)) }
            """;

    private static final String LONG = """
            process WAIT {
              output: stdout
              script: "echo \\$\\$ > '$launchDir/pid.tmp'; mv '$launchDir/pid.tmp' '$launchDir/pid'; sleep 200"
            }
            workflow { WAIT() }
            """;

    @TempDir
    Path dir;

    private Path pipeline(String text) throws Exception {
        return Files.writeString(dir.resolve("main.nf"), text);
    }

    /** Waits until the task of {@link #LONG} runs. */
    private long pid(Child child) throws Exception {
        Path file = dir.resolve("pid");
        while (!Files.exists(file)) {
            assertThat(child.isAlive()).as(child.output()).isTrue();
            Thread.sleep(50);
        }
        return Long.parseLong(Files.readString(file).strip());
    }

    private static void awaitEndOf(long pid) throws Exception {
        for (int k = 0; k < 300 && ProcessHandle.of(pid).isPresent(); k++) {
            Thread.sleep(100);
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void the_words_after_the_first_are_the_engines_and_so_is_the_exit_code() throws Exception {
        pipeline("workflow { println \"help is $params.help\"; System.exit(7) }");

        Child child = Child.run(dir, "nextflow", "-q", "run", "main.nf", "--help", "mine");

        assertThat(child.exitCode()).as(child.output()).isEqualTo(7);
        assertThat(child.output()).contains("help is mine");
    }

    @Test
    void every_task_of_the_executor_camel_is_retried_published_and_logged() throws Exception {
        pipeline(ADD);

        Child child = Child.run(dir, "nextflow", "run", "main.nf", "-process.executor", "camel");

        assertThat(child.exitCode()).as(child.output()).isZero();
        assertThat(dir.resolve("out/r1.txt")).hasContent("1");
        assertThat(dir.resolve("out/r2.txt")).hasContent("2");
        List<String> log = Files.readAllLines(dir.resolve(".nocturne.log"));
        assertThat(log).hasSize(3);
        assertThat(log)
                .anyMatch(line ->
                        line.contains("WARN  task     process=ADD task=\"ADD (2)\"") && line.contains("try=1 exit=3"));
        assertThat(log).anyMatch(line -> line.contains("task=\"ADD (2)\"") && line.contains("try=2 ok took="));
    }

    @Test
    void the_program_of_another_version_is_not_fetched() throws Exception {
        Child child = Child.run(dir, "nextflow", "self-update");

        assertThat(child.exitCode()).isEqualTo(2);
        assertThat(child.output()).contains("a part of this build");
    }

    @Test
    @Tag("slow")
    void a_signal_ends_the_engine_and_its_tasks() throws Exception {
        pipeline(LONG);
        Child child = Child.start(dir, "nextflow", "run", "main.nf");
        long task = pid(child);

        child.terminate();

        assertThat(child.exitCode()).isEqualTo(143);
        awaitEndOf(task);
    }

    @Test
    @Tag("slow")
    void a_command_that_is_killed_takes_the_engine_with_it_and_the_tasks_that_camel_has_started() throws Exception {
        pipeline(LONG);
        Child child = Child.start(dir, "nextflow", "run", "main.nf", "-process.executor", "camel");
        long task = pid(child);

        child.kill();

        awaitEndOf(task);
    }
}
