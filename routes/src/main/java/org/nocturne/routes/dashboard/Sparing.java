package org.nocturne.routes.dashboard;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read a moment ago, and anew only when it is old. What took long to read stays good for longer: pages that are open cost the
 * campaign a fifth of a processor at most for each of these, however large it is. While one asker has it read, the others get what was known.
 */
final class Sparing<T> implements Supplier<T> {
    private static final long AT_LEAST_NANOS = 400_000_000L;
    private static final int SHARE = 4;

    private final Supplier<T> source;
    private final LongSupplier nanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known<T> last;

    private record Known<T>(T value, long oldAt) {}

    Sparing(Supplier<T> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    static <T> Sparing<T> of(Supplier<T> source) {
        return new Sparing<>(source, System::nanoTime);
    }

    @Override
    public T get() {
        Known<T> known = last;
        if (known != null && (isGood(known) || !reading.tryLock())) {
            return known.value;
        }
        if (known == null) {
            reading.lock();
        }
        try {
            known = last;
            return known != null && isGood(known) ? known.value : read();
        } finally {
            reading.unlock();
        }
    }

    private boolean isGood(Known<T> known) {
        return nanos.getAsLong() - known.oldAt <= 0;
    }

    private T read() {
        long begin = nanos.getAsLong();
        T value = source.get();
        long end = nanos.getAsLong();
        last = new Known<>(value, end + Math.max(AT_LEAST_NANOS, SHARE * (end - begin)));
        return value;
    }
}
