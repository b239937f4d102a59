package org.nocturne.routes.cli.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * What something took, over several times.
 *
 * @param seconds wall time, the median
 * @param processorSeconds of all threads, the median
 */
public record Timed(double seconds, double processorSeconds) {
    /** Of work in this JVM. */
    public static Timed of(Runnable work) {
        long processor = ProcessorTime.nanos();
        long begun = System.nanoTime();
        work.run();
        return new Timed((System.nanoTime() - begun) / 1e9, (ProcessorTime.nanos() - processor) / 1e9);
    }

    /** Of work that this thread does alone, to the microsecond; only its own processor time counts. */
    public static Timed ofThread(Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long processor = thread.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        work.run();
        return new Timed((System.nanoTime() - begun) / 1e9, (thread.getCurrentThreadCpuTime() - processor) / 1e9);
    }

    /** The medians, each for itself. */
    public static Timed median(Timed... runs) {
        return new Timed(
                median(Arrays.stream(runs).mapToDouble(Timed::seconds).toArray()),
                median(Arrays.stream(runs).mapToDouble(Timed::processorSeconds).toArray()));
    }

    /** The middle one, or the mean of the two in the middle. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
