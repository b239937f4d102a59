package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows the route log of a campaign, whoever runs it and where. Only whole lines are read: what a runner is writing, or has left torn, comes when it is
 * whole.
 */
public final class RouteLogReader {
    private final Path log;
    private final WholeLines file;
    private final Deque<String> lines = new ArrayDeque<>();
    private long number;

    /** @param campaign its folder, which need not be there yet */
    public RouteLogReader(Path campaign) {
        this.log = new CampaignFolder(campaign).log();
        this.file = new WholeLines(log, 0);
    }

    /**
     * The next line; empty where there is none yet.
     *
     * @throws IOException if the log cannot be read, or holds a line that is none of its own
     */
    public Optional<RouteLogLine> next() throws IOException {
        if (lines.isEmpty()) {
            lines.addAll(file.readOn());
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
}
