package org.nocturne.learning.loop;

import java.util.Optional;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.PauseTable.Pause;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/** Pauses a campaign while its disk has too little room, and lets it go on. Each begin and each end is one event. */
public final class Room {
    /** A pause ends with a tenth more than was wanted, so that it does not begin again at once. */
    private static final double MORE = 1.1;

    private final CampaignPlan plan;
    private final Store store;
    private final Meter meter;

    public Room(CampaignPlan plan, Store store, Meter meter) {
        this.plan = plan;
        this.store = store;
        this.meter = meter;
    }

    /** Looks at the disk; true where a pause has begun or ended by it. */
    public boolean look() {
        return store.inTransaction(tx -> {
            long wanted = tx.budgets().present().map(Grant::keepFreeMb).orElse(0L);
            long free = meter.freeMb();
            Optional<Pause> pause = tx.pauses().open();
            if (pause.isEmpty() && free < wanted) {
                tx.pauses().begin(free, wanted);
                append(tx, Event.Level.WARN, "full", free, wanted);
                return true;
            }
            if (pause.isPresent() && free >= MORE * wanted) {
                tx.pauses().end();
                append(tx, Event.Level.INFO, "room", free, wanted);
                return true;
            }
            return false;
        });
    }

    private void append(Transaction tx, Event.Level level, String word, long free, long wanted) {
        tx.events()
                .append(
                        level,
                        "disk",
                        Fields.of(plan)
                                .word(word)
                                .with("free", free + "MB")
                                .with("wanted", wanted + "MB")
                                .map());
    }
}
