package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.crash.CrashPoint;

/**
 * Starts processes on this machine so that they outlive the runner, and finds them again. It keeps no state: whatever it knows
 * lies in the work directory and in /proc, so a restarted runner asks the same questions and gets the same answers.
 */
public final class LocalLauncher implements Launcher {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration FIRST_SIGN = Duration.ofSeconds(30);

    /** A program that a signal ends has this much more than the signal's number as its exit code. */
    private static final int KILLED_BY_A_SIGNAL = 128;

    /** Daemons of MPI, such as orted of Open MPI, go by themselves shortly after the program. */
    private static final Duration SETTLES = Duration.ofSeconds(1);

    private final Duration killAfter;
    private final long mostFileBytes;

    public LocalLauncher() {
        this(GRACE);
    }

    /** @param killAfter time between SIGTERM and SIGKILL when the limit is passed */
    public LocalLauncher(Duration killAfter) {
        this(killAfter, 0);
    }

    private LocalLauncher(Duration killAfter, long mostFileBytes) {
        this.killAfter = positive("time between SIGTERM and SIGKILL", killAfter);
        this.mostFileBytes = mostFileBytes;
    }

    /**
     * The same, of whose runs no file may grow larger; what writes on is ended by the kernel.
     *
     * @param bytes 0 for no limit
     */
    public LocalLauncher withFilesUpTo(long bytes) {
        return new LocalLauncher(killAfter, bytes);
    }

    /**
     * Starts the command in its own session and returns once its wrapper has said so in {@code .command.begin}. What an earlier
     * run left under the names of the wrapper's files is removed.
     *
     * @param limit wall time; enforced by the wrapper
     * @throws IllegalStateException if a process with this token is alive, or the wrapper does not come up
     */
    @Override
    public void start(String token, Command command, Path workDir, Duration limit) throws IOException {
        Tokens.require(token);
        if (!ProcessTable.belongingTo(token, 0).isEmpty()) {
            throw new IllegalStateException(
                    workDir + ": a run with token " + token + " is alive; look at it or end it");
        }
        Files.createDirectories(workDir);
        new WorkFiles(workDir).clear();
        Wrapper.write(
                token, command, workDir, new Wrapper.Bounds(positive("time limit", limit), killAfter, mostFileBytes));
        ProcessBuilder builder = new ProcessBuilder("setsid", "bash", Wrapper.RUN);
        builder.directory(workDir.toFile());
        builder.environment().put(Wrapper.TOKEN_VARIABLE, token);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(workDir.resolve(Wrapper.ERR).toFile());
        Process wrapper = builder.start();
        CrashPoint.PROCESS_STARTED.reached();
        long deadline = System.nanoTime() + FIRST_SIGN.toNanos();
        while (Begin.read(workDir, token).isEmpty()) {
            if (wasKilled(wrapper)) {
                return; // by whom it concerns, such as a kernel without memory: to look it has never started, which is
                // no fault of ours
            }
            if (System.nanoTime() > deadline
                    || !wrapper.isAlive() && Begin.read(workDir, token).isEmpty()) {
                throw new IllegalStateException(workDir + ": the wrapper " + Wrapper.RUN + " did not start; see "
                        + Wrapper.ERR + ", and whether the disk is full");
            }
            sleep(2);
        }
    }

    private static boolean wasKilled(Process wrapper) {
        return !wrapper.isAlive() && wrapper.exitValue() > KILLED_BY_A_SIGNAL;
    }

    @Override
    public State look(String token, Path workDir) throws IOException {
        Tokens.require(token);
        Optional<Begin> begin = Begin.read(workDir, token);
        if (begin.isEmpty()) {
            List<Long> alive = ProcessTable.belongingTo(token, 0);
            return alive.isEmpty() ? new State.NeverStarted() : new State.Running(alive.get(0));
        }
        if (begin.get().alive()) {
            return new State.Running(begin.get().id());
        }
        WorkFiles files = new WorkFiles(workDir);
        Optional<Integer> code = files.exitCode();
        if (code.isEmpty()) {
            // The wrapper was killed; what it wrapped may still be writing.
            List<Long> orphans = ProcessTable.belongingTo(token, 0);
            if (!orphans.isEmpty()) {
                return new State.Running(orphans.get(0));
            }
        }
        if (code.isEmpty() && files.endedBy().isEmpty()) {
            return new State.Gone();
        }
        return new State.Ended(files.finished(begin.get(), code.orElse(Finished.NO_EXIT_CODE)));
    }

    @Override
    public Pulse pulse(String token, Path workDir) throws IOException {
        Tokens.require(token);
        return new Pulse(true, Optional.of(ProcessTable.processorTime(token, session(token, workDir))));
    }

    /**
     * Ends the run: SIGTERM to its whole session and to all that carry its token, SIGKILL after the grace, and returns only when
     * all of them are gone. Does nothing to a run that has already ended. A descendant that left the session and also wiped its
     * environment cannot be known as one.
     */
    @Override
    public void end(String token, Path workDir, Duration grace, Reason why) throws IOException {
        Tokens.require(token);
        long session = session(token, workDir);
        if (!ProcessTable.belongingTo(token, session).isEmpty()) {
            new WorkFiles(workDir).markEnded(why);
        }
        endAll(token, session, grace);
    }

    @Override
    public int endRest(String token, Duration grace) {
        Tokens.require(token);
        long patience = System.nanoTime() + SETTLES.toNanos();
        while (!ProcessTable.belongingTo(token, 0).isEmpty()) {
            if (System.nanoTime() > patience) {
                return endAll(token, 0, grace);
            }
            sleep(10);
        }
        return 0; // nothing carries the token, so nothing is there to start another that would
    }

    /** Of a wrapper that lives; 0 where it does not. */
    private static long session(String token, Path workDir) throws IOException {
        return Begin.read(workDir, token).filter(Begin::alive).map(Begin::id).orElse(0L);
    }

    private static int endAll(String token, long session, Duration grace) {
        List<Long> alive = ProcessTable.belongingTo(token, session);
        int found = alive.size();
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
        return found;
    }

    @Override
    public boolean reaches(String host) {
        return host.equals(ProcessIdentity.thisHost());
    }

    /** To the timeout program 0 would mean no limit at all. */
    private static Duration positive(String what, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(what + " is " + duration + "; at least a millisecond is wanted");
        }
        return duration;
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
