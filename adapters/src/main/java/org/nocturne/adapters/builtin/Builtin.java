package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.OutputText;
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

    private static final long FULL_BYTES = 64 * 1024;

    private final BuiltinSettings settings;
    private final FailureKnowledge known;
    private final ToLongFunction<Path> usableBytes;

    /** @param usableBytes what is left on the disk of a directory */
    Builtin(BuiltinSettings settings, FailureKnowledge known, ToLongFunction<Path> usableBytes) {
        this.settings = settings;
        this.known = known;
        this.usableBytes = usableBytes;
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
        return EngineJvm.command(task, settings.engine());
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        try {
            if (run.cause().isPresent()) {
                throw new BadResult(run.cause().get(), run.inWords());
            }
            Optional<Outcome.Failed> said =
                    known.explain(run.succeeded() ? List.of() : said(workDir), workDir, ", " + run.inWords());
            if (said.isPresent()) {
                return said.get();
            }
            if (!run.succeeded() && !Files.exists(workDir.resolve(ResultFile.NAME))) {
                throw unexplained(workDir, run);
            }
            JsonNode page = ResultFile.read(token, workDir);
            if (!run.succeeded()) {
                throw unexplained(workDir, run);
            }
            return new Outcome.Done(new ResultReader(page, workDir, task.start()).of(task));
        } catch (BadResult e) {
            return known.failed(e.why(), e.detail(), workDir);
        } catch (IOException | IllegalArgumentException e) {
            return known.failed(
                    Cause.UNREADABLE_OUTPUT, "output in " + workDir + " cannot be read: " + e.getMessage(), workDir);
        }
    }

    private static List<String> said(Path workDir) throws IOException {
        Path stderr = workDir.resolve(".command.err");
        return Files.exists(stderr) ? OutputText.lastLines(stderr) : List.of();
    }

    /** It ended badly without saying why, neither in a result nor in words that are known. */
    private BadResult unexplained(Path workDir, Finished run) throws IOException {
        List<String> lines = said(workDir);
        long left = usableBytes.applyAsLong(workDir); // on a full disk the complaint about it is not written either
        if (left < FULL_BYTES) {
            return new BadResult(
                    Cause.DISK_FULL, workDir + " has " + left + " bytes left on its disk; " + run.inWords());
        }
        return new BadResult(Cause.BAD_EXIT, run.inWords() + (lines.isEmpty() ? "" : ": " + lines.get(0)));
    }

    @Override
    public Optional<Forces> forces(Structure around, Path workDir, Duration patience) {
        return Optional.of(new BuiltinForces(settings.engine(), around));
    }
}
