package org.nocturne.routes.cli.bench.orchestration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;
import org.nocturne.routes.cli.bench.measure.Timed;

/** A program that people run many tasks with otherwise, two at a time; the tasks do nothing and leave an empty file each. */
enum TaskRunner {
    MAKE("make", "-s", "-j2", "all"),
    PARALLEL("parallel", "--will-cite", "-j2", "--joblog", "joblog", "--resume", ": >out.{}", ":::"),
    SNAKEMAKE("snakemake", "-q", "-j2", "--nocolor");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<String> command;

    TaskRunner(String... command) {
        this.command = List.of(command);
    }

    String program() {
        return command.get(0);
    }

    /**
     * Does so many tasks.
     *
     * @param dir a new folder
     * @throws IllegalStateException if it does not do them all
     */
    Timed run(int tasks, Path dir) throws IOException, InterruptedException {
        Files.createDirectories(dir);
        for (String file : List.of("Makefile", "Snakefile")) {
            Files.writeString(
                    dir.resolve(file), BenchText.of(TaskRunner.class, file).replace("@TASKS@", String.valueOf(tasks)));
        }
        List<String> words = new ArrayList<>(command);
        for (int n = 1; n <= tasks && this == PARALLEL; n++) {
            words.add(String.valueOf(n));
        }
        Path said = dir.resolve("said.txt");
        double processor = ProcessorTime.secondsOfEndedChildren();
        long begun = System.nanoTime();
        OptionalInt code = Subprocess.start(new Command(words), dir, said).await(PATIENCE);
        Timed timed = new Timed((System.nanoTime() - begun) / 1e9, ProcessorTime.secondsOfEndedChildren() - processor);
        if (code.isEmpty() || code.getAsInt() != 0 || !Files.exists(dir.resolve("out." + tasks))) {
            throw new IllegalStateException(program() + " did not do its tasks; " + said + " says why");
        }
        return timed;
    }
}
