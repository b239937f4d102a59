package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows a file that somebody writes at its end. Only whole lines are read: what is being written, or was left torn, comes when it is whole. */
final class WholeLines {
    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private long position;

    /** @param position in bytes, behind the last line that is known already */
    WholeLines(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /** Behind the last line that was read. */
    long position() {
        return position;
    }

    /** Further lines, a megabyte at most; none where there are none, or the file is not there. */
    List<String> readOn() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        ByteBuffer bytes;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long left = Math.max(0, channel.size() - position);
            bytes = ByteBuffer.allocate((int) Math.min(left, MOST_BYTES));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        }
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int k = 0; k < bytes.position(); k++) {
            if (bytes.get(k) == '\n') {
                lines.add(new String(bytes.array(), begin, k - begin, StandardCharsets.UTF_8));
                begin = k + 1;
            }
        }
        position += begin;
        return lines;
    }
}
