package org.nocturne.routes.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.nocturne.routes.run.LoopAge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs of life for a service that raises the alarm when they stop: one every while, as long as the loop goes round. */
final class Pulse implements NoticeSource {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final String campaign;
    private final Duration every;
    private final LongSupplier nanos;
    private final LoopAge loop;
    private long sent;
    private boolean begun;
    private boolean failing;

    /** @param nanos a clock that nobody puts back */
    Pulse(String campaign, Duration every, LongSupplier nanos) {
        this.campaign = campaign;
        this.every = every;
        this.nanos = nanos;
        this.loop = new LoopAge(nanos);
    }

    /** The loop has gone round. */
    void lives() {
        loop.lives();
    }

    @Override
    public Optional<Notice> next() {
        long now = nanos.getAsLong();
        boolean due = !begun || now - sent >= every.toNanos();
        return due && loop.isHealthy()
                ? Optional.of(new Notice(campaign, 0, Kind.LIFE, Instant.now(), campaign + ": lives", "state running"))
                : Optional.empty();
    }

    @Override
    public void told(Notice notice) {
        sent();
        failing = false;
    }

    @Override
    public void failed(Notice notice, Throwable why) {
        sent();
        if (!failing) {
            LOG.warn("a sign of life did not arrive: {}", Reason.of(why));
        }
        failing = true;
    }

    private void sent() {
        sent = nanos.getAsLong();
        begun = true;
    }
}
