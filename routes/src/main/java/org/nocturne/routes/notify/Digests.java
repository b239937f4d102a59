package org.nocturne.routes.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nocturne.learning.store.CampaignTable.Campaign;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.run.Status;

/** Says once a day where the campaign stands. What was said stands in the events, so a runner that was restarted does not say it again. */
final class Digests {
    private static final String STEP = "digest";

    private final Store store;
    private final Optional<LocalTime> time;
    private final Supplier<Status> status;

    /** @param time of the day in the zone of this machine; empty for never */
    Digests(Store store, Optional<LocalTime> time, Supplier<Status> status) {
        this.store = store;
        this.time = time;
        this.status = status;
    }

    /** Adds the digest of the day to the events, once its time has come. */
    void addIfDue() {
        if (time.isEmpty() || !store.inTransaction(tx -> isDue(tx, time.get()))) {
            return;
        }
        Map<String, String> now = standing(status.get()).fields();
        store.inTransaction(tx -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("campaign", tx.campaign().find().orElseThrow().name());
            fields.putAll(now);
            tx.events().append(Event.Level.INFO, STEP, fields);
            return null;
        });
    }

    /** Where the campaign stands now, in lines. */
    String standing() {
        Status now = status.get();
        return standing(now).lines() + "\nreport      " + now.report();
    }

    private StandingText standing(Status now) {
        return StandingText.of(now, store.inTransaction(tx -> tx.ledger().newest()));
    }

    private static boolean isDue(Transaction tx, LocalTime time) {
        Instant latest = latest(tx.now(), time, ZoneId.systemDefault());
        Campaign campaign = tx.campaign().find().orElseThrow();
        return campaign.createdAt().isBefore(latest)
                && tx.events().latest(STEP).filter(at -> !at.isBefore(latest)).isEmpty();
    }

    /** The last time before now that a clock on the wall showed this time. */
    static Instant latest(Instant now, LocalTime time, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(time);
        return (today.toInstant().isAfter(now) ? now.atZone(zone).minusDays(1).with(time) : today).toInstant();
    }
}
