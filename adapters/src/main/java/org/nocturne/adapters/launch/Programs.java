package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
