package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nocturne.core.work.Cause;

/**
 * Starts processes on this machine so that they outlive the runner, and finds them again. It keeps no state: whatever it knows
 * lies in the work directory and in /proc, so a restarted runner asks the same questions and gets the same answers.
 */
public final class LocalLauncher {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration FIRST_SIGN = Duration.ofSeconds(30);

    private final Duration killAfter;

    public LocalLauncher() {
        this(GRACE);
    }

    /** @param killAfter time between SIGTERM and SIGKILL when the limit is passed */
    public LocalLauncher(Duration killAfter) {
        this.killAfter = positive("time between SIGTERM and SIGKILL", killAfter);
    }

    /**
     * Starts the command in its own session and returns once its wrapper has said so in {@code .command.begin}. A work
     * directory belongs to one token; what an earlier run left under the names of the wrapper's files is removed.
     *
     * @param token names this attempt, letters, digits, dot, dash and underscore; commit it before calling
     * @param limit wall time; enforced by the wrapper
     * @throws IllegalStateException if a process with this token is alive, or the wrapper does not come up
     */
    public void start(String token, Command command, Path workDir, Duration limit) throws IOException {
        require(token);
        if (!ProcessTable.belongingTo(token, 0).isEmpty()) {
            throw new IllegalStateException(
                    workDir + ": a run with token " + token + " is alive; look at it or end it");
        }
        Files.createDirectories(workDir);
        for (String old : List.of(Wrapper.BEGIN, Wrapper.EXIT_CODE, Wrapper.ENDED, Wrapper.OUT, Wrapper.ERR)) {
            Files.deleteIfExists(workDir.resolve(old));
        }
        Wrapper.write(token, command, workDir, positive("time limit", limit), killAfter);
        ProcessBuilder builder = new ProcessBuilder("setsid", "bash", Wrapper.RUN);
        builder.directory(workDir.toFile());
        builder.environment().put(Wrapper.TOKEN_VARIABLE, token);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(workDir.resolve(Wrapper.ERR).toFile());
        Process wrapper = builder.start();
        long deadline = System.nanoTime() + FIRST_SIGN.toNanos();
        while (!Files.exists(workDir.resolve(Wrapper.BEGIN))) {
            if (System.nanoTime() > deadline || !wrapper.isAlive() && !Files.exists(workDir.resolve(Wrapper.BEGIN))) {
                throw new IllegalStateException(workDir + ": the wrapper " + Wrapper.RUN + " did not start; see "
                        + Wrapper.ERR + ", and whether the disk is full");
            }
            sleep(2);
        }
    }

    /** What has become of the run with this token. */
    public State look(String token, Path workDir) throws IOException {
        require(token);
        Optional<Begin> begin = Begin.read(workDir, token);
        if (begin.isEmpty()) {
            List<Long> alive = ProcessTable.belongingTo(token, 0);
            return alive.isEmpty() ? new State.NeverStarted() : new State.Running(alive.get(0));
        }
        if (begin.get().alive()) {
            return new State.Running(begin.get().pid());
        }
        Optional<Integer> code = exitCode(workDir);
        if (code.isEmpty()) {
            // The wrapper was killed; what it wrapped may still be writing.
            List<Long> orphans = ProcessTable.belongingTo(token, 0);
            if (!orphans.isEmpty()) {
                return new State.Running(orphans.get(0));
            }
        }
        Optional<Cause> endedBy = endedBy(workDir);
        if (code.isEmpty() && endedBy.isEmpty()) {
            return new State.Gone();
        }
        Duration took = begin.get().took(workDir);
        if (endedBy.isEmpty() && took.compareTo(begin.get().limit()) >= 0 && isTimeLimitCode(code)) {
            endedBy = Optional.of(Cause.TIMED_OUT);
        }
        return new State.Ended(new Finished(code.orElse(Finished.NO_EXIT_CODE), took, endedBy));
    }

    /**
     * Ends the run: SIGTERM to its whole session and to all that carry its token, SIGKILL after the grace, and returns only when
     * all of them are gone. Does nothing to a run that has already ended. A descendant that left the session and also wiped its
     * environment cannot be known as one.
     *
     * @param why TIMED_OUT, STALLED or CANCELLED; {@link #look} tells it from then on
     */
    public void end(String token, Path workDir, Duration grace, Cause why) throws IOException {
        require(token);
        long session =
                Begin.read(workDir, token).filter(Begin::alive).map(Begin::pid).orElse(0L);
        List<Long> alive = ProcessTable.belongingTo(token, session);
        if (!alive.isEmpty()) {
            Path aside = workDir.resolve(Wrapper.ENDED + ".tmp");
            Files.writeString(aside, why.name() + "\n");
            Files.move(aside, workDir.resolve(Wrapper.ENDED), StandardCopyOption.ATOMIC_MOVE);
        }
        boolean gentle = true;
        long patience = System.nanoTime() + grace.toNanos();
        alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        while (!alive.isEmpty()) {
            sleep(5);
            alive = ProcessTable.belongingTo(token, session);
            gentle &= System.nanoTime() < patience;
            if (!gentle) {
                alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            }
        }
    }

    private static boolean isTimeLimitCode(Optional<Integer> code) {
        return code.isPresent() && (code.get() == 124 || code.get() == 137);
    }

    private static Optional<Integer> exitCode(Path workDir) throws IOException {
        Path file = workDir.resolve(Wrapper.EXIT_CODE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Cause> endedBy(Path workDir) throws IOException {
        Path file = workDir.resolve(Wrapper.ENDED);
        return Files.exists(file)
                ? Optional.of(Cause.valueOf(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** To the timeout program 0 would mean no limit at all. */
    private static Duration positive(String what, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(what + " is " + duration + "; at least a millisecond is wanted");
        }
        return duration;
    }

    private static void require(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "token is '" + token + "'; wanted are up to 128 letters, digits, dots, dashes and underscores");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process started or ended", e);
        }
    }
}
