package org.nocturne.adapters.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.builtin.motion.Engine;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** The embedded engine with one potential, behind the door that every code has. */
final class Builtin implements Code {
    /** Raised whenever the same task may give other numbers. */
    static final String VERSION = "1";

    private static final int OUT_OF_MEMORY_EXIT_CODE = 3; // of -XX:+ExitOnOutOfMemoryError

    private final BuiltinSettings settings;

    Builtin(BuiltinSettings settings) {
        this.settings = settings;
    }

    @Override
    public Method method() {
        Engine engine = settings.engine();
        return new Method(
                BuiltinSettings.CODE,
                VERSION,
                settings.inWords(),
                "timestep-fs=" + engine.timestepFs() + " damp-fs=" + engine.dampFs());
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        settings.engine().requireExpressible(task);
        ResultFile.clear(workDir);
        TaskFile.write(task, token, settings, workDir);
        return EngineJvm.command(task);
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        if (run.endedBy().isPresent() || run.cause().isPresent()) {
            return new Outcome.Failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
        }
        if (run.exitCode() == OUT_OF_MEMORY_EXIT_CODE) {
            return new Outcome.Failed(Cause.OUT_OF_MEMORY, run.inWords() + lastWords(workDir), workDir);
        }
        try {
            var page = ResultFile.read(token, workDir);
            if (!run.succeeded()) {
                throw new BadResult(Cause.BAD_EXIT, "a result, and " + run.inWords());
            }
            return new Outcome.Done(new ResultReader(page, workDir, task.start()).of(task));
        } catch (BadResult e) {
            boolean unexplained = !run.succeeded() && e.why() == Cause.UNREADABLE_OUTPUT;
            return new Outcome.Failed(
                    unexplained ? Cause.BAD_EXIT : e.why(),
                    unexplained ? run.inWords() + lastWords(workDir) : e.detail(),
                    workDir);
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome.Failed(Cause.UNREADABLE_OUTPUT, workDir + " cannot be read: " + e.getMessage(), workDir);
        }
    }

    @Override
    public Optional<Forces> forces(Structure around, Path workDir, Duration patience) {
        return Optional.of(new BuiltinForces(settings.engine(), around));
    }

    private static String lastWords(Path workDir) {
        try {
            List<String> lines = Files.readAllLines(workDir.resolve(".command.err"));
            return lines.isEmpty() ? "" : ": " + lines.get(0);
        } catch (IOException e) {
            return "; .command.err cannot be read: " + e.getMessage();
        }
    }
}
