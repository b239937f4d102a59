package org.nocturne.routes.run;

import java.util.concurrent.TimeUnit;
import org.nocturne.learning.loop.Meter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The moment after something could not be written: nothing is asked of the campaign until there is a little room again. */
final class Holding {
    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);
    private static final long AT_LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SOME_MB = 2;

    private final Meter meter;
    private volatile boolean on;
    private volatile long begun;

    Holding(Meter meter) {
        this.meter = meter;
    }

    void begin(Throwable why) {
        if (!on) {
            LOG.warn("the disk is full; what was not written is tried again when there is room: {}", why.getMessage());
        }
        begun = System.nanoTime();
        on = true;
    }

    boolean isOn() {
        if (on && System.nanoTime() - begun > AT_LEAST_NANOS && meter.freeMb() >= SOME_MB) {
            on = false;
        }
        return on;
    }
}
