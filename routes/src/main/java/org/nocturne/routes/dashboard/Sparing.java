package org.nocturne.routes.dashboard;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read a moment ago, and anew only when it is old. What took long to read stays good for longer: pages that are open cost the
 * campaign a fifth of a processor at most for each of these, however large it is.
 */
final class Sparing<T> implements Supplier<T> {
    private static final long AT_LEAST_NANOS = 400_000_000L;
    private static final int SHARE = 4;

    private final Supplier<T> source;
    private final LongSupplier nanos;
    private @Nullable T last;
    private long oldAt;

    Sparing(Supplier<T> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    static <T> Sparing<T> of(Supplier<T> source) {
        return new Sparing<>(source, System::nanoTime);
    }

    @Override
    public synchronized T get() {
        T known = last;
        long begin = nanos.getAsLong();
        if (known == null || begin - oldAt > 0) {
            known = source.get();
            last = known;
            long end = nanos.getAsLong();
            oldAt = end + Math.max(AT_LEAST_NANOS, SHARE * (end - begin));
        }
        return known;
    }
}
