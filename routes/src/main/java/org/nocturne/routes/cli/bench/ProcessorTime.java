package org.nocturne.routes.cli.bench;

import java.time.Duration;
import java.util.Optional;

/** Processor time of this JVM, all its threads together. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** @throws IllegalStateException where the system does not tell */
    static long nanos() {
        Optional<Duration> told = ProcessHandle.current().info().totalCpuDuration();
        return told.orElseThrow(
                        () -> new IllegalStateException("this system does not tell the processor time of a process"))
                .toNanos();
    }
}
