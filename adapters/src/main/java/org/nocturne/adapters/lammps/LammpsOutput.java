package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.nocturne.adapters.FailurePatterns;
import org.nocturne.adapters.FailurePatterns.Explanation;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * Judges what a run left behind. Exit code 0 is not success: LAMMPS gives it with every atom lost, with NaN in every row, with a
 * minimisation that got stuck and with a full disk. So a run has succeeded only when each of the checks below has passed.
 */
final class LammpsOutput {
    private static final FailurePatterns PATTERNS =
            FailurePatterns.ofResource(LammpsOutput.class, "lammps-failures.tsv");
    private static final long FULL_BYTES = 64 * 1024;

    private final ToLongFunction<Path> usableBytes;

    LammpsOutput() {
        this(LammpsOutput::usableBytes);
    }

    /** @param usableBytes what is left on the disk of a directory */
    LammpsOutput(ToLongFunction<Path> usableBytes) {
        this.usableBytes = usableBytes;
    }

    Outcome read(Task task, String token, Path workDir, Finished run) {
        try {
            LammpsLog log = log(token, workDir, run);
            requireCleanEnd(log, workDir, run);
            requireComplete(log, task, workDir);
            return new Outcome.Done(new LammpsResult(task, log, workDir).result());
        } catch (BadOutput e) {
            return new Outcome.Failed(e.why(), e.detail(), workDir);
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome.Failed(Cause.UNREADABLE_OUTPUT, "output cannot be read: " + e.getMessage(), workDir);
        }
    }

    private LammpsLog log(String token, Path workDir, Finished run) throws IOException, BadOutput {
        Path file = workDir.resolve(LammpsInput.LOG);
        if (!Files.exists(file)) {
            explainBy(messages(workDir, List.of()), run);
            explainByExitCode(workDir, run);
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, file + " was not written, " + run.inWords());
        }
        LammpsLog log = LammpsLog.read(file);
        if (log.token().isPresent() && !log.token().get().equals(token)) {
            throw new BadOutput(
                    Cause.FOREIGN_OUTPUT, file + " is of run " + log.token().get() + ", not of " + token);
        }
        return log;
    }

    private void requireCleanEnd(LammpsLog log, Path workDir, Finished run) throws IOException, BadOutput {
        List<String> messages = messages(workDir, log.errors());
        if (run.endedBy().isEmpty()) {
            explainBy(messages, run);
        }
        explainByExitCode(workDir, run);
        if (!log.errors().isEmpty()) {
            throw new BadOutput(Cause.BAD_EXIT, log.errors().get(0));
        }
    }

    private static void explainBy(List<String> messages, Finished run) throws BadOutput {
        Explanation found = PATTERNS.explain(messages).orElse(null);
        if (found != null) {
            throw new BadOutput(found.cause(), found.line() + ", " + run.inWords());
        }
    }

    private void explainByExitCode(Path workDir, Finished run) throws IOException, BadOutput {
        if (run.succeeded()) {
            return;
        }
        List<String> messages = messages(workDir, List.of());
        String last = messages.isEmpty() ? "" : ": " + messages.get(messages.size() - 1);
        if (run.cause().isEmpty() || run.exitCode() == Finished.NO_EXIT_CODE) {
            requireSpace(workDir);
        }
        throw new BadOutput(run.cause().orElse(Cause.BAD_EXIT), run.inWords() + last);
    }

    private void requireComplete(LammpsLog log, Task task, Path workDir) throws BadOutput {
        for (ThermoTable table : log.tables()) {
            table.requireSound(task.start().size());
        }
        if (!log.done()) {
            requireSpace(workDir);
            String what = log.token().isPresent() ? "is cut short" : "has no beginning";
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT, workDir.resolve(LammpsInput.LOG) + " " + what + ": no DONE mark");
        }
    }

    private void requireSpace(Path workDir) throws BadOutput {
        long left = usableBytes.applyAsLong(workDir);
        if (left < FULL_BYTES) {
            throw new BadOutput(Cause.DISK_FULL, workDir + " has " + left + " bytes left on its disk");
        }
    }

    /** Everything said in anger: errors of the log, then stderr, where messages end up when no log could be opened. */
    private static List<String> messages(Path workDir, List<String> errors) throws IOException {
        List<String> lines = new ArrayList<>(errors);
        Path stderr = workDir.resolve(".command.err");
        if (Files.exists(stderr)) {
            lines.addAll(Files.readAllLines(stderr, StandardCharsets.ISO_8859_1));
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
