package org.nocturne.routes.cli.bench.crash;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.crash.CrashPoint;

/**
 * How one runner is to die.
 *
 * @param point where; empty for a moment that is not chosen
 * @param pass at which pass of the point
 * @param after the start of the JVM, where there is no point; for {@link CrashPoint#JOBS_ENDED} the stop comes no sooner
 */
record Death(Optional<CrashPoint> point, int pass, Way way, Duration after) {

    /** Who kills, and what. */
    enum Way {
        /** {@code Runtime.halt}: the JVM ends on the spot. */
        HALT,
        /** kill -9 of the JVM alone; the calculations live on. */
        RUNNER,
        /** kill -9 of the JVM and of all that it has started, as when the machine goes down. */
        TREE
    }

    static Death at(CrashPoint point, int pass, Way way, Duration stopAfter) {
        return new Death(Optional.of(point), pass, way, stopAfter);
    }

    static Death after(Duration time, Way way) {
        return new Death(Optional.empty(), 1, way, time);
    }

    /** Of a runner that is left in peace. */
    static Death never() {
        return after(Duration.ofDays(1), Way.RUNNER);
    }

    /** What the JVM is told, where it is to die at a point. */
    Optional<CrashOrder> order() {
        return point.map(p -> new CrashOrder(p, pass, way == Way.HALT));
    }

    boolean wantsAStop() {
        return point.equals(Optional.of(CrashPoint.JOBS_ENDED));
    }

    String where() {
        return point.map(Enum::name).orElse("any moment");
    }

    String inWords() {
        if (equals(never())) {
            return "left in peace";
        }
        return way.name().toLowerCase(Locale.ROOT) + " at "
                + point.map(p -> p + " (" + pass + ")").orElse(after.toMillis() + " ms");
    }
}
