package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A short program that is handed a text on its standard input, such as one that sends a message. */
public final class Recipient {
    private Recipient() {}

    /**
     * Runs it to its end.
     *
     * @param dir where it runs
     * @param limit after which it is killed with all that it has started
     * @return how it ended and what it said; empty if it was killed
     * @throws IOException if it cannot be started
     */
    public static Optional<Answer> hand(Command command, Path dir, String text, Duration limit) throws IOException {
        Path in = Files.createTempFile("nocturne-hand", ".in");
        Path out = Files.createTempFile("nocturne-hand", ".out");
        Path err = Files.createTempFile("nocturne-hand", ".err");
        try {
            Files.writeString(in, text);
            ProcessBuilder builder = new ProcessBuilder(command.arguments())
                    .directory(dir.toAbsolutePath().toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Answer(process.exitValue(), read(out), read(err)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.arguments().get(0) + " was handed a text", e);
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
