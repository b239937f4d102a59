package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SparingTest {
    private static final long SECOND = 1_000_000_000L;
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);
    private final AtomicInteger reads = new AtomicInteger();

    private Sparing<Integer> taking(long time) {
        return new Sparing<>(
                () -> {
                    nanos.addAndGet(time);
                    return reads.incrementAndGet();
                },
                nanos::get);
    }

    @Test
    void what_is_quickly_read_is_read_anew_after_a_moment() {
        Sparing<Integer> quick = taking(1);

        assertThat(quick.get()).isEqualTo(quick.get()).isEqualTo(1);
        nanos.addAndGet(SECOND / 2);
        assertThat(quick.get()).isEqualTo(2);
    }

    @Test
    void what_takes_long_takes_a_fifth_of_the_time_at_most() {
        Sparing<Integer> slow = taking(3 * SECOND);

        slow.get();
        nanos.addAndGet(11 * SECOND);
        assertThat(slow.get()).isEqualTo(1);
        nanos.addAndGet(2 * SECOND);
        assertThat(slow.get()).isEqualTo(2);
    }

    @Test
    void nobody_waits_for_what_another_reads() throws Exception {
        Semaphore reading = new Semaphore(1);
        CountDownLatch begun = new CountDownLatch(2);
        Sparing<Integer> held = new Sparing<>(
                () -> {
                    begun.countDown();
                    reading.acquireUninterruptibly();
                    return reads.incrementAndGet();
                },
                nanos::get);
        assertThat(held.get()).isEqualTo(1);
        nanos.addAndGet(SECOND);

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(held::get);
        begun.await();
        assertThat(held.get()).as("while the first still reads").isEqualTo(1);
        reading.release();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(held.get()).isEqualTo(2);
    }
}
