package org.nocturne.routes.metrics;

import java.util.function.LongSupplier;

/** How long ago the loop was seen to go round. */
final class LoopAge {
    private static final double HEALTHY_SECONDS = 60;

    private final LongSupplier nanos;
    private volatile long seen;

    /** @param nanos a clock that nobody puts back */
    LoopAge(LongSupplier nanos) {
        this.nanos = nanos;
        this.seen = nanos.getAsLong();
    }

    void lives() {
        seen = nanos.getAsLong();
    }

    double seconds() {
        return (nanos.getAsLong() - seen) / 1e9;
    }

    boolean isHealthy() {
        return seconds() < HEALTHY_SECONDS;
    }
}
