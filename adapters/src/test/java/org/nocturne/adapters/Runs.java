package org.nocturne.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Runs through the real launcher to their end. */
public final class Runs {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Runs() {}

    public static Outcome run(Code code, Task task, Path workDir) {
        String token = "t" + Long.toHexString(System.nanoTime());
        Outcome outcome = new RunToEnd(new LocalLauncher()).run(code, task, token, workDir, LIMIT);
        removeLinks(workDir);
        return outcome;
    }

    /** JUnit warns of every link that leads out of a temporary directory. */
    private static void removeLinks(Path workDir) {
        try (Stream<Path> files = Files.list(workDir)) {
            for (Path file : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result, or a failing test that shows the cause. */
    public static <R extends Result> R done(Class<R> kind, Outcome outcome) {
        return outcome.fold(done -> kind.cast(done.result()), failed -> {
            throw new AssertionError(failed.cause() + ": " + failed.detail() + " in " + failed.workDir());
        });
    }
}
