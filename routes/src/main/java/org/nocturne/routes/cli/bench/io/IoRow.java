package org.nocturne.routes.cli.bench.io;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.measure.Timed;

/**
 * One way to read or write one format.
 *
 * @param what it was: write or read
 * @param megabytes of the file, in 10^6 bytes
 * @param seconds wall time, the median
 * @param processorSeconds of all threads, the median
 * @param heapAtThirdMb live after a third of the file, in 2^20 bytes; of reading
 * @param heapAtEndMb live at its end
 * @param asePerSecond megabytes that ASE reads in a second of processor time, in the same run
 */
@JsonNaming(SnakeCaseStrategy.class)
record IoRow(
        String format,
        String what,
        double megabytes,
        double seconds,
        double processorSeconds,
        @Nullable Double heapAtThirdMb,
        @Nullable Double heapAtEndMb,
        @Nullable Double asePerSecond) {

    static IoRow of(TrajectoryFormat format, String what, double megabytes, Timed timed) {
        return new IoRow(format.text(), what, megabytes, timed.seconds(), timed.processorSeconds(), null, null, null);
    }

    IoRow withHeap(double third, double end) {
        return new IoRow(format, what, megabytes, seconds, processorSeconds, third, end, asePerSecond);
    }

    IoRow beside(double ase) {
        return new IoRow(format, what, megabytes, seconds, processorSeconds, heapAtThirdMb, heapAtEndMb, ase);
    }

    /** Megabytes in a second of processor time. */
    @JsonProperty
    double perSecond() {
        return megabytes / processorSeconds;
    }

    /** How many times faster than ASE. */
    @JsonProperty
    @Nullable
    Double ratio() {
        return asePerSecond == null ? null : perSecond() / asePerSecond;
    }
}
