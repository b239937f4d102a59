package org.nocturne.routes.run;

import java.util.function.LongSupplier;

/** How long ago the loop of a campaign was seen to go round. */
public final class LoopAge {
    private static final double HEALTHY_SECONDS = 60;

    private final LongSupplier nanos;
    private volatile long seen;

    /** @param nanos a clock that nobody puts back */
    public LoopAge(LongSupplier nanos) {
        this.nanos = nanos;
        this.seen = nanos.getAsLong();
    }

    public void lives() {
        seen = nanos.getAsLong();
    }

    public double seconds() {
        return (nanos.getAsLong() - seen) / 1e9;
    }

    /** Whether that is less than a minute. */
    public boolean isHealthy() {
        return seconds() < HEALTHY_SECONDS;
    }
}
