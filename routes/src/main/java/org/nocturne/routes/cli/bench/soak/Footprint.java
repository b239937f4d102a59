package org.nocturne.routes.cli.bench.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/**
 * What this process holds.
 *
 * @param heapMb used after garbage collection, mebibytes
 * @param threads of Java
 * @param handles open file descriptors
 */
record Footprint(double heapMb, int threads, long handles) {
    private static final double MB = 1 << 20;
    private static final int ROUNDS = 6;
    private static final long SETTLES_MILLIS = 150;

    /** What is held at this moment. */
    static Footprint now() throws InterruptedException {
        return new Footprint(heapAfterGc(), ManagementFactory.getThreadMXBean().getThreadCount(), openHandles());
    }

    /** What is used at least, over several collections: between one and its reading whoever is at work may have made new garbage. */
    static double heapAfterGc() throws InterruptedException {
        double used = Double.MAX_VALUE;
        for (int k = 0; k < ROUNDS; k++) {
            System.gc();
            used = Math.min(used, heap());
            Thread.sleep(SETTLES_MILLIS); // cleaners and reference handlers run after it
            used = Math.min(used, heap());
        }
        return used;
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
    }

    private static long openHandles() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof UnixOperatingSystemMXBean unix) {
            return unix.getOpenFileDescriptorCount();
        }
        throw new IllegalStateException("this Java does not count open files; Nocturne needs Linux");
    }
}
