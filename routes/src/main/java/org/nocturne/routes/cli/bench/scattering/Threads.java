package org.nocturne.routes.cli.bench.scattering;

import java.util.concurrent.ForkJoinPool;
import org.nocturne.routes.cli.bench.measure.Timed;

/**
 * So many threads, for kernels that take all cores by themselves: a parallel stream is worked on by the pool whose thread begins it, and
 * by no other.
 */
final class Threads implements AutoCloseable {
    private final ForkJoinPool pool;

    /** @throws IllegalArgumentException if there is none */
    Threads(int count) {
        this.pool = new ForkJoinPool(count);
    }

    static int ofThisMachine() {
        return Runtime.getRuntime().availableProcessors();
    }

    int count() {
        return pool.getParallelism();
    }

    void run(Runnable kernel) {
        pool.submit(kernel).join();
    }

    Timed time(Runnable kernel) {
        return Timed.of(() -> run(kernel));
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
