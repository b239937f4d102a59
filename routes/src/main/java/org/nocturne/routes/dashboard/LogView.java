package org.nocturne.routes.dashboard;

import java.util.List;
import org.nocturne.learning.store.EventTable.Numbered;
import org.nocturne.routes.run.EventLine;

/**
 * Lines of the route log.
 *
 * @param newest number of the newest event; lines after it come as they are committed
 * @param lines the newest first
 */
record LogView(long newest, List<Line> lines) {
    private static final int PAGE = 100;

    /** @param text as it stands in the route log */
    record Line(long id, String level, String step, String text) {
        static Line of(Numbered numbered) {
            return new Line(
                    numbered.id(),
                    numbered.event().level().name(),
                    numbered.event().step(),
                    EventLine.text(numbered.event()));
        }
    }

    static LogView of(Seen seen, Query query) {
        return seen.store()
                .inTransaction(tx -> new LogView(
                        tx.events().newest(),
                        tx.events().before(query.number("before", Long.MAX_VALUE), PAGE).stream()
                                .map(Line::of)
                                .toList()));
    }
}
