package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.OutputText;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * Judges what a run left behind. Exit code 0 is not success: LAMMPS gives it with every atom lost, with NaN in every row, with a
 * minimisation that got stuck and with a full disk. So a run has succeeded only when each of the checks below has passed.
 */
final class LammpsOutput {
    private static final long FULL_BYTES = 64 * 1024;

    private final double timestepFs;
    private final FailureKnowledge known;
    private final ToLongFunction<Path> usableBytes;

    LammpsOutput(double timestepFs, FailureKnowledge known) {
        this(timestepFs, known, LammpsOutput::usableBytes);
    }

    /** @param usableBytes what is left on the disk of a directory */
    LammpsOutput(double timestepFs, FailureKnowledge known, ToLongFunction<Path> usableBytes) {
        this.timestepFs = timestepFs;
        this.known = known;
        this.usableBytes = usableBytes;
    }

    Outcome read(Task task, String token, Path workDir, Finished run) {
        try {
            LammpsLog log = log(token, workDir, run);
            requireCleanEnd(log.errors(), workDir, run);
            requireComplete(log, task, workDir);
            return new Outcome.Done(new LammpsResult(timestepFs, task, log, workDir).result());
        } catch (BadOutput e) {
            return e.explained().isPresent() ? e.explained().get() : failed(e.why(), e.detail(), workDir, run);
        } catch (IOException | IllegalArgumentException e) {
            return failed(Cause.UNREADABLE_OUTPUT, "output cannot be read: " + e.getMessage(), workDir, run);
        }
    }

    private LammpsLog log(String token, Path workDir, Finished run) throws IOException, BadOutput {
        Path file = workDir.resolve(LammpsInput.LOG);
        if (!Files.exists(file)) {
            requireCleanEnd(List.of(), workDir, run);
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, file + " was not written, " + run.inWords());
        }
        if (Files.size(file) > OutputText.MOST_BYTES) {
            requireCleanEnd(List.of(), workDir, run);
        }
        OutputText.requireReadable(file);
        LammpsLog log = LammpsLog.read(file);
        if (log.token().isPresent() && !log.token().get().equals(token)) {
            throw new BadOutput(
                    Cause.FOREIGN_OUTPUT, file + " is of run " + log.token().get() + ", not of " + token);
        }
        return log;
    }

    /** Why it was ended comes first, then what LAMMPS says, then the exit code. */
    private void requireCleanEnd(List<String> errors, Path workDir, Finished run) throws IOException, BadOutput {
        List<String> messages = run.succeeded() ? errors : messages(workDir, errors);
        if (run.succeeded() || run.endedBy().isEmpty()) {
            Optional<Outcome.Failed> found = known.explain(messages, workDir, ", " + run.inWords());
            if (found.isPresent()) {
                throw new BadOutput(found.get());
            }
        }
        if (run.succeeded() && errors.isEmpty()) {
            return;
        }
        String said = messages.isEmpty() ? "" : ": " + messages.get(errors.isEmpty() ? messages.size() - 1 : 0);
        throw new BadOutput(run.cause().orElse(Cause.BAD_EXIT), run.inWords() + said);
    }

    private static void requireComplete(LammpsLog log, Task task, Path workDir) throws BadOutput {
        for (ThermoTable table : log.tables()) {
            table.requireSound(task.start().size());
        }
        if (!log.done()) {
            String what = log.token().isPresent() ? "is cut short" : "has no beginning";
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT, workDir.resolve(LammpsInput.LOG) + " " + what + ": no DONE mark");
        }
    }

    /** LAMMPS does not notice a full disk; output cut short while nothing is left on the disk has no better explanation. */
    private Outcome failed(Cause cause, String detail, Path workDir, Finished run) {
        boolean unexplained =
                cause == Cause.UNREADABLE_OUTPUT || cause == Cause.BAD_EXIT || run.exitCode() == Finished.NO_EXIT_CODE;
        long left = unexplained ? usableBytes.applyAsLong(workDir) : Long.MAX_VALUE;
        return left < FULL_BYTES
                ? known.failed(
                        Cause.DISK_FULL, workDir + " has " + left + " bytes left on its disk; " + detail, workDir)
                : known.failed(cause, detail, workDir);
    }

    /** Everything said in anger: errors of the log, then stderr, where messages end up when no log could be opened. */
    private static List<String> messages(Path workDir, List<String> errors) throws IOException {
        List<String> lines = new ArrayList<>(errors);
        Path stderr = workDir.resolve(".command.err");
        if (Files.exists(stderr)) {
            lines.addAll(OutputText.lastLines(stderr));
        }
        lines.removeIf(line -> line.isBlank() || line.startsWith("-----"));
        return lines;
    }

    private static long usableBytes(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
