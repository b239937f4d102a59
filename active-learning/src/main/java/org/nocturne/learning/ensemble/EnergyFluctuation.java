package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.core.structure.Kelvin;

/**
 * Variance of a liquid's potential energy in the canonical ensemble, and how it is known.
 *
 * @param varianceEv2 eV^2 of the whole cell
 * @param how for the reader of the line
 */
public record EnergyFluctuation(Estimate varianceEv2, String how) {
    private static final int ENOUGH_FOR_A_SLOPE = 3;

    /** From the slope of U(T) where MD at three temperatures or more is known, else as MD at this temperature has it. */
    public static EnergyFluctuation at(Kelvin temperature, Map<Kelvin, List<double[]>> energiesEv) {
        if (energiesEv.size() >= ENOUGH_FOR_A_SLOPE) {
            return new EnergyFluctuation(
                    RosenfeldTarazona.of(energiesEv).variance(temperature),
                    "kB T^2 dU/dT of U = a + b T^(3/5) through " + energiesEv.size() + " temperatures");
        }
        return new EnergyFluctuation(
                ofSeries(java.util.Objects.requireNonNull(energiesEv.get(temperature))),
                "MD's own variance, for kB T^2 dU/dT is not known from MD at " + energiesEv.size()
                        + (energiesEv.size() == 1 ? " temperature" : " temperatures"));
    }

    /** Mean square deviation from the mean of all series, with the error that their correlation leaves. */
    static Estimate ofSeries(List<double[]> energiesEv) {
        Estimate mean = Estimate.meanOf(energiesEv);
        List<double[]> squares = new ArrayList<>();
        for (double[] series : energiesEv) {
            double[] out = new double[series.length];
            for (int k = 0; k < out.length; k++) {
                out[k] = (series[k] - mean.value()) * (series[k] - mean.value());
            }
            squares.add(out);
        }
        double left = mean.standardError() * mean.standardError(); // the mean was taken from the same values
        Estimate square = Estimate.meanOf(squares);
        return new Estimate(square.value() + left, square.standardError());
    }
}
