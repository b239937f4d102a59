package org.nocturne.adapters;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text that a program has written, however much that is: nothing here takes more memory than it says. */
public final class OutputText {
    /** A log or an answer that is longer is not one: no code of ours comes near it. */
    public static final long MOST_BYTES = 64L << 20;

    /** Of what is only searched for messages: those that matter stand at the end. */
    private static final int LAST_BYTES = 16 << 20;

    private OutputText() {}

    /**
     * The size of a file is fit to be read whole.
     *
     * @throws IllegalArgumentException naming file, size and limit
     */
    public static void requireReadable(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(file + " has " + Files.size(file) + " bytes; text of more than "
                    + (MOST_BYTES >> 20) + " MB is not read");
        }
    }

    /**
     * All lines of a file; a character set is not asked for, a line cut in the middle is one.
     *
     * @throws IllegalArgumentException if it is too large to be read
     */
    public static List<String> lines(Path file) throws IOException {
        requireReadable(file);
        return split(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /** The lines at its end, all of them where it is not long. */
    public static List<String> lastLines(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - LAST_BYTES);
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(LAST_BYTES, channel.size()));
            channel.position(from);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // on to the end, which may lie nearer than it did
            }
            List<String> lines = split(new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1));
            return from == 0 || lines.size() < 2 ? lines : lines.subList(1, lines.size());
        }
    }

    private static List<String> split(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\\R")));
    }
}
