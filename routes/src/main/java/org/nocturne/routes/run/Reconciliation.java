package org.nocturne.routes.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the folder back to what its store knows, after an end without order: a loss of power may have taken the last commits, so that the log, the
 * work directories and the files are ahead. Files of results need nothing: no row names them, and what is done again writes over them.
 */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Path log;
    private final UnknownWork work;
    private final Clock clock;

    Reconciliation(Path log, UnknownWork work, Clock clock) {
        this.log = log;
        this.work = work;
        this.clock = clock;
    }

    /** Does it, and tells it in an event where there was anything to do. */
    void of(Store store, Mended mended) {
        if (mended.endedInOrder()) {
            return;
        }
        int ended = work.end(store);
        long events = store.inTransaction(tx -> tx.events().count());
        Optional<LogTail.Cut> cut = LogTail.cut(log, events, clock);
        if (mended.restored().isEmpty() && cut.isEmpty() && ended == 0) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        mended.restored().ifPresent(restored -> {
            fields.put("from", restored.backup());
            fields.put("kept", restored.kept());
        });
        fields.put("lines", String.valueOf(cut.map(LogTail.Cut::lines).orElse(0L)));
        fields.put("labels", String.valueOf(cut.map(LogTail.Cut::labels).orElse(0L)));
        fields.put("ended", String.valueOf(ended));
        cut.ifPresent(c -> fields.put("log", c.kept()));
        mended.restored()
                .ifPresent(restored -> fields.put("why", '"' + restored.why().replace('"', '\'') + '"'));
        store.inTransaction(tx -> {
            tx.events().append(Event.Level.WARN, "restore", fields);
            return null;
        });
        LOG.warn(
                "{} lines of the log tell what the store has lost, {} labels among them; they are done again",
                fields.get("lines"),
                fields.get("labels"));
    }
}
