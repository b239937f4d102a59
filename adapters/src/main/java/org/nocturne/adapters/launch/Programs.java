package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Short questions to programs: where is it, which version are you. Never for calculations. */
public final class Programs {
    private Programs() {}

    /** The executable as a shell would find it: a path as it is, a bare name on PATH. */
    public static Optional<Path> find(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Programs::isExecutableFile);
        }
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, program);
            if (isExecutableFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * What the program prints, stdout and stderr together; empty if it cannot be started or gives no answer in time.
     *
     * @param limit it is killed after this time
     */
    public static Optional<String> ask(List<String> command, Duration limit) {
        return ask(command, Path.of(""), limit);
    }

    /** The same in a directory, for programs that leave files where they are asked. */
    public static Optional<String> ask(List<String> command, Path directory, Duration limit) {
        @Nullable Path answer = null;
        try {
            answer = Files.createTempFile("nocturne-ask", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(answer.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new String(Files.readAllBytes(answer), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            delete(answer);
        }
    }

    /**
     * What the program says and how it ends, in an environment of its own.
     *
     * @param environment all that the program sees of it
     * @param limit it is killed after this time
     * @return empty if it gave no answer in time; what it was to do may then be done or not
     * @throws IOException if it cannot be started
     */
    public static Optional<Answer> answer(List<String> command, Map<String, String> environment, Duration limit)
            throws IOException {
        Path out = Files.createTempFile("nocturne-answer", ".out");
        Path err = Files.createTempFile("nocturne-answer", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Answer(process.exitValue(), text(out), text(err)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was asked", e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static boolean isExecutableFile(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
