package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.nocturne.learning.loop.Spending;

/**
 * How replicas to learn from are bought where the ledger is worst.
 *
 * @param where worst, the temperature whose gate is worst, or evenly, each proposed temperature in turn
 * @param perRound bought after one round at most
 * @param replicas bought in all at most
 * @param stopWhenStalled rounds in a row without progress after which the campaign ends; 0 for never
 */
public record AcquisitionConfig(
        @JsonProperty("where") String where,
        @JsonProperty("per-round") Integer perRound,
        @JsonProperty("replicas") Integer replicas,
        @JsonProperty("stop-when-stalled") Integer stopWhenStalled) {
    private static final String WORST = word(Spending.Where.WORST);

    /** Independent runs teach more than one long one, and fewer than eight leave the long waves to chance. */
    private static final int PER_ROUND = 8;

    public AcquisitionConfig {
        where = Wanted.oneOf("where", Wanted.orElse(where, WORST), List.of(WORST, word(Spending.Where.EVENLY)));
        perRound = Wanted.atLeast("per-round", Wanted.orElse(perRound, PER_ROUND), 1);
        replicas = Wanted.atLeast("replicas", Wanted.orElse(replicas, 0), 0);
        stopWhenStalled = Wanted.atLeast("stop-when-stalled", Wanted.orElse(stopWhenStalled, 0), 0);
    }

    static AcquisitionConfig none() {
        return new AcquisitionConfig(WORST, PER_ROUND, 0, 0);
    }

    public Spending spending() {
        return new Spending(
                Spending.Where.valueOf(where.toUpperCase(Locale.ROOT)), perRound, replicas, stopWhenStalled);
    }

    private static String word(Spending.Where where) {
        return where.name().toLowerCase(Locale.ROOT);
    }
}
