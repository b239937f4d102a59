package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a wrapper says of itself in {@code .command.begin}: pid, start time in ticks, token, limit in seconds. */
record Begin(long pid, long startTime, Duration limit, Path file) {

    /** Empty if nothing began here, or something with another token did. */
    static Optional<Begin> read(Path workDir, String token) throws IOException {
        Path file = workDir.resolve(Wrapper.BEGIN);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        if (words.length != 4 || !words[2].equals(token)) {
            return Optional.empty();
        }
        Duration limit = Duration.ofMillis(Math.round(1000 * Double.parseDouble(words[3])));
        return Optional.of(new Begin(Long.parseLong(words[0]), Long.parseLong(words[1]), limit, file));
    }

    /** A pid is used again one day; with its start time it is not. */
    boolean alive() {
        return ProcessTable.startTime(pid).filter(time -> time == startTime).isPresent();
    }

    /** From the first sign of life to the exit code, or to the order to end. */
    Duration took(Path workDir) throws IOException {
        for (String end : List.of(Wrapper.EXIT_CODE, Wrapper.ENDED)) {
            Path last = workDir.resolve(end);
            if (Files.exists(last)) {
                return Duration.between(
                        Files.getLastModifiedTime(file).toInstant(),
                        Files.getLastModifiedTime(last).toInstant());
            }
        }
        return Duration.ZERO;
    }
}
