package org.nocturne.routes.metrics;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.run.Status;

/** Where a campaign stands, read from its store anew every few seconds at most, however often it is asked for. */
final class RecentStatus implements Supplier<Status> {
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Supplier<Status> status;
    private final LongSupplier nanos;
    private @Nullable Status last;
    private long readAt;

    RecentStatus(Supplier<Status> status, LongSupplier nanos) {
        this.status = status;
        this.nanos = nanos;
    }

    @Override
    public synchronized Status get() {
        Status known = last;
        if (known == null || nanos.getAsLong() - readAt > FRESH_NANOS) {
            known = status.get();
            last = known;
            readAt = nanos.getAsLong();
        }
        return known;
    }
}
