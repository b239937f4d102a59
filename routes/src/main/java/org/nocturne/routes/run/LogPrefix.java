package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

/**
 * Whether a route log is a prefix of the events: its k-th line the k-th event.
 *
 * @param lines whole ones; a torn last one, that the next runner cuts off, does not count
 * @param fault the first line that is not its event, in words; null where there is none
 */
public record LogPrefix(int lines, long events, @Nullable String fault) {
    /** "22:14:03.120 ": of another time zone, when it was written elsewhere. */
    private static final int CLOCK = 13;

    static LogPrefix of(Path log, Store store) throws IOException {
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        long count = store.inTransaction(tx -> tx.events().count());
        List<Event> events = store.inTransaction(tx -> tx.events().after(0, lines.size()));
        for (int k = 0; k < lines.size(); k++) {
            if (k >= events.size()) {
                return new LogPrefix(lines.size(), count, "line " + (k + 1) + " is no event: " + lines.get(k));
            }
            if (!isLineOf(events.get(k), lines.get(k))) {
                return new LogPrefix(
                        lines.size(),
                        count,
                        "line " + (k + 1) + " is not its event: " + lines.get(k) + ", wanted "
                                + EventLine.text(events.get(k)));
            }
        }
        return new LogPrefix(lines.size(), count, null);
    }

    private static boolean isLineOf(Event event, String line) {
        if (line.startsWith("{")) {
            return line.equals(EventLine.json(event));
        }
        return line.length() > CLOCK
                && line.substring(CLOCK).equals(EventLine.text(event).substring(CLOCK));
    }
}
