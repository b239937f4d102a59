package org.nocturne.routes.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When to look into the store: after a change that this process has made, and else once a second, because time passes, disks fill and other runners
 * write too. Looking more often finds nothing, and takes processor time from the codes beside it all night. For one asker.
 */
public final class Occasion {
    private static final long AT_LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier changes;
    private final LongSupplier nanoTime;
    private long seen;
    private long looked;
    private boolean again = true;

    /** @param changes grows with each change that may make for another answer, when it is over */
    public Occasion(LongSupplier changes) {
        this(changes, System::nanoTime);
    }

    Occasion(LongSupplier changes, LongSupplier nanoTime) {
        this.changes = changes;
        this.nanoTime = nanoTime;
    }

    /** Whether to look now; who is told so looks. */
    public synchronized boolean arises() {
        long present = changes.getAsLong(); // before the look, so that what changes during it is another occasion
        long now = nanoTime.getAsLong();
        if (!again && present == seen && now - looked < AT_LEAST_NANOS) {
            return false;
        }
        again = false;
        seen = present;
        looked = now;
        return true;
    }

    /** The look has found something: there may be more. */
    public synchronized void again() {
        again = true;
    }
}
