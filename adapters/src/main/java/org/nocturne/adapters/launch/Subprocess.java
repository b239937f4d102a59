package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A program that this one watches and may have to kill; for proofs, not for calculations, which outlive their runner. */
public final class Subprocess {
    private final Process process;

    private Subprocess(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param output takes what it prints, stdout and stderr together
     * @throws IOException if it cannot be started
     */
    public static Subprocess start(Command command, Path dir, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(command.environment());
        return new Subprocess(builder.start());
    }

    /** Its exit code, if it ends within this time. */
    public OptionalInt await(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** kill -9 of it alone; what it has started lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * kill -9 of it and of all that works in a folder, as when the machine goes down.
     *
     * @param folder of a campaign
     */
    public void killWithAllIn(Path folder) throws InterruptedException {
        kill();
        List<Long> alive = in(folder);
        while (!alive.isEmpty()) {
            alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            Thread.sleep(2);
            alive = in(folder);
        }
    }

    /** Living processes that work in a folder or below, but for this one. */
    public static List<Long> in(Path folder) {
        long self = ProcessHandle.current().pid();
        return ProcessTable.workingIn(folder.toAbsolutePath().normalize()).stream()
                .filter(pid -> pid != self)
                .toList();
    }

    /** Whether a calculation that was started with this token, or anything it has started, lives. */
    public static boolean lives(String token) {
        return !ProcessTable.belongingTo(token, 0).isEmpty();
    }
}
