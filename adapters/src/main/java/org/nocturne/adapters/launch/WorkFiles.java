package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.work.Cause;

/**
 * The files that a wrapper and a launcher leave in a work directory. What counts by being there, such as the exit code, is written aside and
 * renamed, or in one write that a reader finds whole or not at all.
 */
public record WorkFiles(Path dir) {
    /** The clock of /proc/uptime tells hundredths of a second, and goes on by the tick of the kernel. */
    private static final Duration UPTIME_IS_BEHIND = Duration.ofMillis(20);

    /** The script that runs the command under its time limit. */
    public Path run() {
        return dir.resolve(Wrapper.RUN);
    }

    /** The standard error of the command. */
    public Path errors() {
        return dir.resolve(Wrapper.ERR);
    }

    /** What an earlier run left here, but for its outputs. */
    public void clear() throws IOException {
        for (String old : List.of(
                Wrapper.BEGIN,
                Wrapper.EXIT_CODE,
                Wrapper.TOOK,
                Wrapper.ROOM,
                Wrapper.ENDED,
                Wrapper.OUT,
                Wrapper.ERR)) {
            Files.deleteIfExists(dir.resolve(old));
        }
    }

    /** Empty as long as the wrapper has not ended the whole of its work. */
    public Optional<Integer> exitCode() throws IOException {
        Path file = dir.resolve(Wrapper.EXIT_CODE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Why Nocturne ended it, if it did: the cause in the first line, what was seen in the second. */
    public Optional<Reason> ended() throws IOException {
        Path file = dir.resolve(Wrapper.ENDED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return Optional.of(new Reason(
                Cause.valueOf(lines.get(0).strip()),
                lines.stream().skip(1).filter(line -> !line.isBlank()).findFirst()));
    }

    public Optional<Cause> endedBy() throws IOException {
        return ended().map(Reason::cause);
    }

    /** Said before it is ended, so that nobody who looks takes it for something else. */
    public void markEnded(Reason why) throws IOException {
        write(
                Wrapper.ENDED,
                why.cause() + "\n" + why.seen().map(seen -> seen + "\n").orElse(""));
    }

    /** Whether not even a block more could be written when the command had ended: then its outputs may have been cut too. */
    public boolean endedWithoutRoom() throws IOException {
        Path file = dir.resolve(Wrapper.ROOM);
        return Files.exists(file) && Files.size(file) < Wrapper.ROOM_BYTES;
    }

    /** Writes a small file of this directory aside and renames it. */
    public void write(String name, String text) throws IOException {
        Path aside = dir.resolve(name + ".tmp");
        Files.writeString(aside, text);
        Files.move(aside, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * How a run that has begun has ended, by the files alone.
     *
     * @param code {@link Finished#NO_EXIT_CODE} where none was left
     */
    public Finished finished(Begin begin, int code) throws IOException {
        Duration took = begin.took(dir);
        Optional<Reason> ended = ended();
        Optional<Cause> endedBy = ended.map(Reason::cause);
        boolean overLimit = took.plus(UPTIME_IS_BEHIND).compareTo(begin.limit()) >= 0;
        if (endedBy.isEmpty() && overLimit && (code == 124 || code == 137)) {
            endedBy = Optional.of(Cause.TIMED_OUT);
        }
        return new Finished(code, took, endedBy, ended.flatMap(Reason::seen));
    }
}
