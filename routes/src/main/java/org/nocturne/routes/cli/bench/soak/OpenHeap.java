package org.nocturne.routes.cli.bench.soak;

import java.util.function.Supplier;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.Status;

/** Has the night begin when its runner leads, and measures the heap when a runner has come to its end and its campaign is still open. */
final class OpenHeap implements Beside.Opening {
    /** Least that H2 takes. */
    private static final int CACHED_MB = 1;

    private final NightClock clock;
    private double mb;

    OpenHeap(NightClock clock) {
        this.clock = clock;
    }

    double mb() {
        return mb;
    }

    @Override
    public Beside open(Store store, Supplier<Status> status) {
        clock.begin();
        return new Beside() {
            @Override
            public void lives() {
                // only its end is of interest
            }

            @Override
            public void close() {
                // H2's cache of pages has a bound of its own, which thirty short nights do not fill; whoever sets it
                // empties it.
                store.cachePages(CACHED_MB);
                try {
                    mb = Footprint.heapAfterGc();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the bench is being ended
                }
            }
        };
    }
}
