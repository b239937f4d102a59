package org.nocturne.adapters.builtin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.adapters.builtin.motion.NotConvergedException;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.core.work.Cause;

/**
 * The process of the embedded engine: does the task of a task file and writes its result beside it. Ends with exit code 0 where the answer
 * is a result, and with 1 where it is a failure.
 */
public final class EngineMain {
    private EngineMain() {}

    /** @param arguments the folder of the task file */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "found " + arguments.length + " arguments; wanted is one, the folder of a task.json");
        }
        Path workDir = Path.of(arguments[0]).toAbsolutePath();
        TaskFile.Read given = TaskFile.read(workDir);
        Optional<BadResult> failure = run(given, workDir);
        if (failure.isPresent()) {
            var page = ResultFile.page(given.token());
            ResultFile.putFailure(page, failure.get().why(), failure.get().detail());
            ResultFile.write(page, workDir);
            throw new IllegalStateException(
                    failure.get().why() + ": " + failure.get().detail());
        }
    }

    private static Optional<BadResult> run(TaskFile.Read given, Path workDir) throws IOException {
        if (!given.version().equals(Builtin.VERSION)) {
            return Optional.of(new BadResult(
                    Cause.BAD_INPUT,
                    "the task is for version " + given.version() + " of the engine; this is " + Builtin.VERSION));
        }
        try {
            new ResultWriter(given.token(), workDir)
                    .write(given.task(), given.settings().engine().run(given.task()));
            return Optional.empty();
        } catch (NotFiniteException e) {
            return Optional.of(new BadResult(Cause.NOT_FINITE, String.valueOf(e.getMessage())));
        } catch (NotConvergedException e) {
            return Optional.of(new BadResult(Cause.NOT_CONVERGED, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return Optional.of(new BadResult(Cause.BAD_INPUT, String.valueOf(e.getMessage())));
        }
    }
}
