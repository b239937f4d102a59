package org.nocturne.routes.cli.bench.orchestration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.adapters.nextflow.CommandWords;
import org.nocturne.adapters.nextflow.NextflowJvm;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;
import org.nocturne.routes.cli.bench.measure.Timed;

/** A program with which people otherwise run many tasks, two at a time; the tasks do nothing and leave an empty file each. */
enum TaskRunner {
    MAKE("make", "-s", "-j2", "all"),
    PARALLEL("parallel", "--will-cite", "-j2", "--joblog", "joblog", "--resume", ": >out.{}", ":::"),
    SNAKEMAKE("snakemake", "-q", "-j2", "--nocolor"),
    /** The engine that comes with this build, in a JVM of its own. */
    NEXTFLOW("nextflow", "-q", "run", "main.nf") {
        @Override
        boolean isThere() {
            return NextflowJvm.isThere();
        }

        @Override
        Command command(int tasks) {
            return NextflowJvm.ofThisOne()
                    .command(
                            new CommandWords(
                                    words(tasks).subList(1, words(tasks).size())),
                            Map.of());
        }
    };

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<String> words;

    TaskRunner(String... words) {
        this.words = List.of(words);
    }

    String program() {
        return words.get(0);
    }

    boolean isThere() {
        return Programs.find(program()).isPresent();
    }

    Command command(int tasks) {
        return new Command(words(tasks));
    }

    List<String> words(int tasks) {
        List<String> all = new ArrayList<>(words);
        for (int n = 1; n <= tasks && this == PARALLEL; n++) {
            all.add(String.valueOf(n));
        }
        return all;
    }

    /**
     * Does so many tasks.
     *
     * @param dir a new folder
     * @throws IllegalStateException if it does not do them all
     */
    Timed run(int tasks, Path dir) throws IOException, InterruptedException {
        Files.createDirectories(dir);
        for (String file : List.of("Makefile", "Snakefile", "main.nf")) {
            Files.writeString(
                    dir.resolve(file), BenchText.of(TaskRunner.class, file).replace("@TASKS@", String.valueOf(tasks)));
        }
        Path said = dir.resolve("said.txt");
        double processor = ProcessorTime.secondsOfEndedChildren();
        long begun = System.nanoTime();
        OptionalInt code = Subprocess.start(command(tasks), dir, said).await(PATIENCE);
        Timed timed = new Timed((System.nanoTime() - begun) / 1e9, ProcessorTime.secondsOfEndedChildren() - processor);
        if (code.isEmpty() || code.getAsInt() != 0 || !left(tasks, dir)) {
            throw new IllegalStateException(program() + " did not do its tasks; " + said + " says why");
        }
        return timed;
    }

    /** Whether the file of the last task is there; some keep a folder for each. */
    private static boolean left(int tasks, Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.anyMatch(file -> file.endsWith("out." + tasks));
        }
    }
}
