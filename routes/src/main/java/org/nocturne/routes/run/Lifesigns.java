package org.nocturne.routes.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.nocturne.learning.store.RunnerTable.Runner;

/**
 * Whether runners on other hosts give signs of life. A sign is known by its being another than the last one; what the clocks say, of this host
 * or of the database, is not enough to call somebody dead: they may have been set.
 */
final class Lifesigns {
    /** After so long without another sign of life a runner on another host counts as dead. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Where the clock of the database too says that it has been silent for longer: some signs of life must fail to come. */
    static final Duration WATCHED = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final Map<String, Seen> last = new ConcurrentHashMap<>();

    /** @param nanoTime by a clock that nobody sets */
    Lifesigns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Seen(Instant sign, long sinceNanos) {}

    /** Looks at its latest sign, and says whether it has come to none for as long as its lease lasts. */
    boolean isSilent(Runner runner) {
        long now = nanoTime.getAsLong();
        Seen seen = last.compute(
                runner.id(),
                (id, before) -> before != null && before.sign().equals(runner.seenAt())
                        ? before
                        : new Seen(runner.seenAt(), now));
        Duration watched = Duration.ofNanos(now - seen.sinceNanos());
        boolean silentByClock = runner.silent().compareTo(LEASE) > 0;
        return watched.compareTo(silentByClock ? WATCHED : LEASE) >= 0;
    }
}
