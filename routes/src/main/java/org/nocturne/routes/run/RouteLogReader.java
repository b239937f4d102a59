package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows the route log of a campaign, whoever runs it and where. Only whole lines are read: what a runner is writing, or has left torn, comes when it is
 * whole.
 */
public final class RouteLogReader {
    private static final int MOST_BYTES = 1 << 20;

    private final Path log;
    private final Deque<String> lines = new ArrayDeque<>();
    private long position;
    private long number;

    /** @param campaign its folder, which need not be there yet */
    public RouteLogReader(Path campaign) {
        this.log = new CampaignFolder(campaign).log();
    }

    /**
     * The next line; empty where there is none yet.
     *
     * @throws IOException if the log cannot be read, or holds a line that is none of its own
     */
    public Optional<RouteLogLine> next() throws IOException {
        if (lines.isEmpty() && Files.exists(log)) {
            readOn();
        }
        String line = lines.poll();
        if (line == null) {
            return Optional.empty();
        }
        number++;
        return Optional.of(RouteLogLine.read(number, line)
                .orElseThrow(() -> new IOException(
                        log + ":" + number + ": found '" + line + "'; wanted is a line of a route log")));
    }

    private void readOn() throws IOException {
        byte[] more;
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            long left = Math.max(0, file.size() - position);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(left, MOST_BYTES));
            file.position(position);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            more = Arrays.copyOf(bytes.array(), bytes.position());
        }
        int begin = 0;
        for (int k = 0; k < more.length; k++) {
            if (more[k] == '\n') {
                lines.add(new String(more, begin, k - begin, StandardCharsets.UTF_8));
                begin = k + 1;
            }
        }
        position += begin;
    }
}
