package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a wrapper says of itself in {@code .command.begin}: id, start time in ticks, token, limit in seconds.
 *
 * @param id of the process here, or of the job in its queue; 0 in the place of one that was declared lost before it began
 */
public record Begin(long id, long startTime, Duration limit, Path file) {
    private static final long NOBODY = 0;

    /** Empty if nothing began here, or something with another token did. */
    public static Optional<Begin> read(Path workDir, String token) throws IOException {
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

    /**
     * Takes the place of a run that nobody knows of, for good: should it come up later after all, it finds the place taken and ends.
     *
     * @return false if it has begun meanwhile, or the directory is not there
     */
    public static boolean declareLost(Path workDir, String token) throws IOException {
        if (!Files.isDirectory(workDir)) {
            return false;
        }
        Path aside = workDir.resolve(Wrapper.BEGIN + ".lost");
        Files.writeString(aside, NOBODY + " 0 " + token + " 0\n");
        try {
            Files.createLink(workDir.resolve(Wrapper.BEGIN), aside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(aside);
        }
    }

    public boolean isDeclaredLost() {
        return id == NOBODY;
    }

    /** On this machine. A pid is used again one day; with its start time it is not. */
    boolean alive() {
        return ProcessTable.startTime(id).filter(time -> time == startTime).isPresent();
    }

    /**
     * From the first sign of life to the exit code, by the wrapper's own measure, which no setting of the clock reaches. Where it was killed
     * with the run, to the order to end it, by the times of the files; never less than nothing.
     */
    public Duration took(Path workDir) throws IOException {
        Path measured = workDir.resolve(Wrapper.TOOK);
        if (Files.exists(measured)) {
            String text = Files.readString(measured).strip();
            if (text.matches("\\d{1,9}\\.\\d{2}")) {
                return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
            }
        }
        for (String end : List.of(Wrapper.EXIT_CODE, Wrapper.ENDED)) {
            Path last = workDir.resolve(end);
            if (Files.exists(last)) {
                Duration between = Duration.between(
                        Files.getLastModifiedTime(file).toInstant(),
                        Files.getLastModifiedTime(last).toInstant());
                return between.isNegative() ? Duration.ZERO : between;
            }
        }
        return Duration.ZERO;
    }
}
