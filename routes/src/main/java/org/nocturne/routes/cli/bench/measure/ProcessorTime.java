package org.nocturne.routes.cli.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Processor time of this JVM, all its threads together. */
public final class ProcessorTime {
    /** Field 16 of proc(5), counted from the third. */
    private static final int CHILDREN_USER = 13;

    /** A second, on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private ProcessorTime() {}

    /** @throws IllegalStateException where the system does not tell */
    public static long nanos() {
        Optional<Duration> told = ProcessHandle.current().info().totalCpuDuration();
        return told.orElseThrow(
                        () -> new IllegalStateException("this system does not tell the processor time of a process"))
                .toNanos();
    }

    /**
     * That of all programs which this JVM has started and which have ended, in steps of 10 ms.
     *
     * @throws UncheckedIOException where the system does not tell
     */
    public static double secondsOfEndedChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(afterName[CHILDREN_USER]) + Long.parseLong(afterName[CHILDREN_USER + 1])) / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException("this system does not tell the processor time of programs", e);
        }
    }
}
