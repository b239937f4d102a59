package org.nocturne.routes.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a route log that tell what the store has forgotten, and those that a loss of power has overwritten with zeros. The log is made a
 * prefix of the events again; as it was, it is kept beside.
 */
final class LogTail {
    private static final char ZERO = '\0';

    private LogTail() {}

    /**
     * What was cut off.
     *
     * @param lines whole ones
     * @param labels those of them that told a label
     * @param kept name of the log as it was
     */
    record Cut(long lines, long labels, String kept) {}

    static boolean hasLines(Path log) {
        try {
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(log + ": " + e.getMessage(), e);
        }
    }

    /** Empty where the log is a prefix of so many events as it is. */
    static Optional<Cut> cut(Path log, long events, Clock clock) {
        if (!hasLines(log)) {
            return Optional.empty();
        }
        Path aside = log.resolveSibling("." + log.getFileName() + ".part");
        List<String> beyond = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(aside, StandardCharsets.ISO_8859_1)) {
            long kept = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (kept < events && beyond.isEmpty() && line.indexOf(ZERO) < 0) {
                    out.write(line + "\n");
                    kept++;
                } else {
                    beyond.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(log + ": " + e.getMessage(), e);
        }
        return replaced(log, aside, beyond, clock);
    }

    private static Optional<Cut> replaced(Path log, Path aside, List<String> beyond, Clock clock) {
        try {
            if (beyond.isEmpty()) {
                Files.delete(aside);
                return Optional.empty();
            }
            Path kept = log.resolveSibling(log.getFileName() + ".before-" + Stamp.of(clock));
            Files.createLink(kept, log);
            Files.move(aside, log, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            long labels = beyond.stream().filter(LogTail::tellsALabel).count();
            return Optional.of(new Cut(beyond.size(), labels, kept.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(log + ": " + e.getMessage(), e);
        }
    }

    private static boolean tellsALabel(String line) {
        return line.contains(" INFO  label    ") || line.contains("\"step\":\"label\"") && line.contains("\"ok\":");
    }
}
