package org.nocturne.learning.loop;

import org.nocturne.learning.store.CampaignTable;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/**
 * A campaign that a person has paused: what computes goes on and is recorded, nothing new is begun, and its deadline comes all the same. The
 * store holds it, so every runner obeys; a resume ends it.
 */
public final class Pausing {
    private final CampaignPlan plan;
    private final Store store;

    public Pausing(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** @throws IllegalArgumentException if the campaign is not running */
    public void begin() {
        change(CampaignTable.RUNNING, CampaignTable.PAUSED, "pause");
    }

    /** @throws IllegalArgumentException if the campaign is not paused */
    public void end() {
        change(CampaignTable.PAUSED, CampaignTable.RUNNING, "continue");
    }

    private void change(String from, String to, String step) {
        store.inTransaction(tx -> {
            require(tx, from);
            tx.campaign().state(to, null);
            tx.events()
                    .append(
                            Event.Level.INFO,
                            step,
                            Fields.of(plan).with("by", "person").map());
            return null;
        });
    }

    private static void require(Transaction tx, String wanted) {
        String found = tx.campaign().find().orElseThrow().state();
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("the campaign is " + found + "; wanted is one that is " + wanted);
        }
    }
}
