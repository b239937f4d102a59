package org.nocturne.routes.cli.bench.scattering;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.measure.Timed;

/**
 * One kernel on one structure.
 *
 * @param kernel what is computed
 * @param points of q
 * @param threads it had, as many as the other program
 * @param seconds of one pattern, wall time, the median
 * @param processorSeconds of all threads, the median
 * @param errorOverMax greatest difference from the plain sum, over the greatest intensity; where it was computed
 * @param peerSeconds of the other program in the same run, from its start to its end; where there is one
 * @param peerErrorOverMax as errorOverMax, of the other program
 */
@JsonNaming(SnakeCaseStrategy.class)
record Row(
        String kernel,
        int atoms,
        int points,
        int threads,
        double seconds,
        double processorSeconds,
        @Nullable Double errorOverMax,
        @Nullable Double peerSeconds,
        @Nullable Double peerProcessorSeconds,
        @Nullable Double peerErrorOverMax) {

    static Row of(String kernel, int atoms, int points, int threads, Timed timed) {
        return new Row(
                kernel, atoms, points, threads, timed.seconds(), timed.processorSeconds(), null, null, null, null);
    }

    /** How many times faster than the other program, wall time. */
    @JsonProperty
    @Nullable
    Double ratio() {
        return peerSeconds == null ? null : peerSeconds / seconds;
    }

    Row withError(double error) {
        return new Row(
                kernel,
                atoms,
                points,
                threads,
                seconds,
                processorSeconds,
                error,
                peerSeconds,
                peerProcessorSeconds,
                peerErrorOverMax);
    }

    Row beside(Timed peer, @Nullable Double error) {
        return new Row(
                kernel,
                atoms,
                points,
                threads,
                seconds,
                processorSeconds,
                errorOverMax,
                peer.seconds(),
                peer.processorSeconds(),
                error);
    }
}
