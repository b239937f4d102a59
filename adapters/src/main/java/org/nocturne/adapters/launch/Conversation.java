package org.nocturne.adapters.launch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that is kept alive and spoken to on its standard input. Unlike a run of {@link LocalLauncher} it does not outlive the
 * runner: when that dies, whatever the reason, the program's input ends, and so must the program. What it prints goes into files of
 * its directory; how it answers is between it and the speaker.
 */
public final class Conversation implements AutoCloseable {
    /** Where its standard output goes. */
    public static final String OUT = Wrapper.OUT;
    /** Where its standard error goes. */
    public static final String ERR = Wrapper.ERR;

    private final Process process;
    private final Writer input;

    private Conversation(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts the program in its directory, which is created.
     *
     * @throws IOException if it cannot be started
     */
    public static Conversation begin(Command command, Path workDir) throws IOException {
        Files.createDirectories(workDir);
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.directory(workDir.toFile());
        builder.environment().putAll(command.environment());
        builder.redirectOutput(workDir.resolve(OUT).toFile());
        builder.redirectError(workDir.resolve(ERR).toFile());
        return new Conversation(builder.start());
    }

    /**
     * Sends lines; each must end with a line break.
     *
     * @throws IOException if the program does not listen any more
     */
    public void say(String lines) throws IOException {
        input.write(lines);
        input.flush();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** How it ended: "exit code 1", or "is alive". */
    public String ending() {
        return process.isAlive() ? "is alive" : "exit code " + process.exitValue();
    }

    /** Ends its input and waits; after this time it is killed, and whatever it has started with it. */
    public void end(Duration grace) {
        try {
            input.close();
        } catch (IOException e) {
            // It no longer listens; whether it is dead is seen below.
        }
        var descendants = process.descendants().toList();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        end(Duration.ofSeconds(2));
    }
}
