package org.nocturne.routes.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.EventTable.Numbered;
import org.nocturne.learning.store.Store;

/**
 * What a channel has to tell of a campaign: its events, in their order, from the one where this channel stands in the store. It goes on
 * when a notice has been told and not before, so a runner that dies in between tells it once more, and none is lost.
 */
final class StoredNotices implements NoticeSource {
    private static final int BATCH = 200;

    private final Store store;
    private final String channel;
    private final Set<Kind> kinds;
    private final Wording wording;
    private final Supplier<String> standing;
    private volatile boolean failing;
    private volatile Place place = new Place(0, 0);

    /** The number of the last event that was told, of so many. */
    private record Place(long told, long number) {}

    /** @param standing where the campaign stands, in lines: told when it ends */
    StoredNotices(Store store, String channel, Set<Kind> kinds, Supplier<String> standing) {
        this.store = store;
        this.channel = channel;
        this.kinds = kinds;
        this.wording = new Wording(channel);
        this.standing = standing;
    }

    @Override
    public Optional<Notice> next() {
        List<Event> events = events();
        while (!events.isEmpty()) {
            long told = told();
            for (int k = 0; k < events.size(); k++) {
                Optional<Notice> notice =
                        wording.of(events.get(k), told + k + 1).filter(n -> kinds.contains(n.kind()));
                if (notice.isPresent()) {
                    return notice.map(this::withStanding);
                }
            }
            passed(told + events.size());
            events = events();
        }
        return Optional.empty();
    }

    private Notice withStanding(Notice n) {
        return n.kind() == Kind.END
                ? new Notice(n.campaign(), n.event(), n.kind(), n.at(), n.title(), n.text() + "\n\n" + standing.get())
                : n;
    }

    /** Whether there is nothing left to tell. */
    boolean isUpToDate() {
        return next().isEmpty();
    }

    boolean isFailing() {
        return failing;
    }

    @Override
    public void told(Notice notice) {
        passed(notice.event());
        if (failing) {
            failing = false;
            say(Event.Level.INFO, "ok", Optional.empty());
        }
    }

    /** Said once, and again only after it has worked in between. */
    @Override
    public void failed(Notice notice, Throwable why) {
        if (!failing) {
            failing = true;
            say(Event.Level.WARN, "failed", Optional.of(Reason.of(why)));
        }
    }

    private void say(Event.Level level, String word, Optional<String> why) {
        store.inTransaction(tx -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("campaign", tx.campaign().find().orElseThrow().name());
            fields.put("channel", channel);
            fields.put(word, "");
            why.ifPresent(reason -> fields.put("why", '"' + reason + '"'));
            tx.events().append(level, "notify", fields);
            return null;
        });
    }

    private List<Event> events() {
        return store.inTransaction(tx -> {
            long told = tx.notices().told(channel);
            Place known = place;
            if (known.told() != told) {
                known = new Place(told, tx.events().numberOf(told));
                place = known;
            }
            return tx.events().since(known.number(), BATCH).stream()
                    .map(Numbered::event)
                    .toList();
        });
    }

    private long told() {
        return store.inTransaction(tx -> tx.notices().told(channel));
    }

    private void passed(long events) {
        store.inTransaction(tx -> {
            tx.notices().told(channel, events);
            return null;
        });
    }
}
