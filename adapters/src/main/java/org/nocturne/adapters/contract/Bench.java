package org.nocturne.adapters.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What the checks share: a code, a folder, and real runs in it. */
record Bench(Subject subject, Path dir, Code code, String mark) {
    static final Finished ENDED_WELL = Finished.byItself(0, Duration.ofSeconds(1));

    /** Tokens must differ from those of another contract that runs at the same time. */
    Bench(Subject subject, Path dir) {
        this(subject, dir, subject.open().get(), UUID.randomUUID().toString().substring(0, 8));
    }

    Structure sample() {
        return subject.sample();
    }

    Task label() {
        return new Task.LabelTask(sample());
    }

    double perCell() {
        return subject.tolerance() * sample().size();
    }

    Path work(String name) {
        return dir.resolve(name);
    }

    String token(String name) {
        return "contract-" + mark + "-" + name;
    }

    Outcome run(Task task, String name) {
        return new RunToEnd(new LocalLauncher()).run(code, task, token(name), work(name), subject.limit());
    }

    Label labelled(Structure structure, String name) {
        return result(Result.Labelled.class, run(new Task.LabelTask(structure), name))
                .label();
    }

    /** The result of a run that is to end well. */
    static <R extends Result> R result(Class<R> kind, Outcome outcome) {
        return outcome.fold(done -> kind.cast(done.result()), failed -> {
            throw new Violation(
                    "a run failed: " + failed.cause() + ", " + failed.detail() + ", in " + failed.workDir());
        });
    }

    /** The cause of a run that is to fail. */
    static Cause cause(Outcome outcome) {
        return outcome.fold(
                done -> {
                    throw new Violation("what should fail passed for good: " + done);
                },
                Outcome.Failed::cause);
    }

    /** A code need not know every task; it says so in prepare. */
    void needs(Task task) throws IOException {
        try {
            code.prepare(task, token("probe"), Files.createDirectories(work("probe")));
        } catch (IllegalArgumentException e) {
            throw new NotOffered(String.valueOf(e.getMessage()));
        }
    }

    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }

    static void close(double found, double wanted, double tolerance, String what) {
        expect(
                Math.abs(found - wanted) <= tolerance,
                what + ": found " + found + ", wanted " + wanted + " within " + tolerance);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
