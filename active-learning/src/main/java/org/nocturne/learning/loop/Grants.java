package org.nocturne.learning.loop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/** Gives a campaign its budget: at its begin by its file, later by a person. Each grant is one row and one event. */
public final class Grants {
    private static final String BY_ITS_FILE = "campaign";
    private static final String BY_A_PERSON = "person";

    private final CampaignPlan plan;
    private final Store store;

    public Grants(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** Grants what the file of the campaign says, unless something has been granted before: a time of day then keeps its day. */
    public Grant once() {
        return store.inTransaction(tx -> tx.budgets().present().orElseGet(() -> first(tx)));
    }

    Grant first(Transaction tx) {
        Grant grant = plan.budget().grant(tx.now());
        add(tx, grant, BY_ITS_FILE);
        return grant;
    }

    /** Grants what a person says, beside what holds and is not named; does nothing where nothing is named. */
    public void more(Extension extension) {
        if (extension.isEmpty()) {
            return;
        }
        store.inTransaction(tx -> {
            Grant before = tx.budgets().present().orElseGet(() -> first(tx));
            add(tx, extension.over(before, tx.now(), plan.budget().zone()), BY_A_PERSON);
            return null;
        });
    }

    private void add(Transaction tx, Grant grant, String by) {
        tx.budgets().grant(grant, by);
        Fields fields = Fields.of(plan).with("by", by);
        Optional.ofNullable(grant.until()).ifPresent(until -> fields.with("until", local(until)));
        Optional.ofNullable(grant.coreHours()).ifPresent(hours -> fields.number("core-hours", "%.3f", hours));
        Optional.ofNullable(grant.failures()).ifPresent(failures -> fields.with("failures", failures));
        Optional.ofNullable(grant.diskMb()).ifPresent(disk -> fields.with("disk", disk + "MB"));
        fields.with("keep-free", grant.keepFreeMb() + "MB");
        tx.events().append(Event.Level.INFO, "budget", fields.map());
    }

    private String local(Instant instant) {
        return instant.atZone(plan.budget().zone())
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
