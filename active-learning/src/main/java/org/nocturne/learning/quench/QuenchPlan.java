package org.nocturne.learning.quench;

import java.util.List;

/**
 * The budget of a library of quenches: the same number at every rate.
 *
 * @param kelvinPerPicosecond rates of cooling; 1 K/ps is 1e12 K/s
 * @param quenches independent ones at each rate, each with a seed of its own
 * @param meltK temperature of the melt
 * @param meltPicoseconds how long it is kept
 * @param endK where the cooling ends
 * @param seed from which every other seed is derived
 */
public record QuenchPlan(
        List<Double> kelvinPerPicosecond, int quenches, double meltK, double meltPicoseconds, double endK, long seed) {

    public QuenchPlan {
        kelvinPerPicosecond = List.copyOf(kelvinPerPicosecond);
        if (kelvinPerPicosecond.isEmpty() || kelvinPerPicosecond.stream().anyMatch(rate -> !(rate > 0))) {
            throw new IllegalArgumentException(
                    "rates are " + kelvinPerPicosecond + " K/ps; at least one, and each above 0, is wanted");
        }
        if (kelvinPerPicosecond.stream().distinct().count() < kelvinPerPicosecond.size()) {
            throw new IllegalArgumentException("rates are " + kelvinPerPicosecond + " K/ps; one stands there twice");
        }
        if (quenches < 1) {
            throw new IllegalArgumentException("quenches is " + quenches + "; at least 1 is wanted");
        }
        if (!(endK > 0 && meltK > endK)) {
            throw new IllegalArgumentException("the melt is at " + meltK + " K and the cooling ends at " + endK
                    + " K; it must go down, and end above 0 K");
        }
        if (!(meltPicoseconds > 0)) {
            throw new IllegalArgumentException("the melt lasts " + meltPicoseconds + " ps; it must be above 0");
        }
    }

    public int total() {
        return kelvinPerPicosecond.size() * quenches;
    }
}
