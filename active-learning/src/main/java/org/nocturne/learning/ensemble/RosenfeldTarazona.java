package org.nocturne.learning.ensemble;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;

/**
 * Potential energy of a dense liquid at one density, U(T) = a + b T^(3/5) (Rosenfeld and Tarazona, Mol. Phys. 95, 141 (1998)), fitted to MD
 * at several temperatures. Where the law fits worse than the errors allow, they are made larger by as much.
 */
final class RosenfeldTarazona {
    private static final double POWER = 0.6;

    private final double slope;
    private final double slopeError;

    private RosenfeldTarazona(double slope, double slopeError) {
        this.slope = slope;
        this.slopeError = slopeError;
    }

    /** @param energiesEv of replicas at two temperatures or more, eV per cell */
    static RosenfeldTarazona of(Map<Kelvin, List<double[]>> energiesEv) {
        Map<Kelvin, Estimate> points = new TreeMap<>();
        energiesEv.forEach((t, series) -> points.put(t, Estimate.meanOf(series)));
        return through(points);
    }

    static RosenfeldTarazona through(Map<Kelvin, Estimate> points) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (Map.Entry<Kelvin, Estimate> point : points.entrySet()) {
            double weight = weight(point.getValue());
            w += weight;
            wx += weight * x(point.getKey());
            wy += weight * point.getValue().value();
        }
        double xx = 0;
        double xy = 0;
        for (Map.Entry<Kelvin, Estimate> point : points.entrySet()) {
            double dx = x(point.getKey()) - wx / w;
            xx += weight(point.getValue()) * dx * dx;
            xy += weight(point.getValue()) * dx * (point.getValue().value() - wy / w);
        }
        double slope = xy / xx;
        double chi2 = 0;
        for (Map.Entry<Kelvin, Estimate> point : points.entrySet()) {
            double off = point.getValue().value() - wy / w - slope * (x(point.getKey()) - wx / w);
            chi2 += weight(point.getValue()) * off * off;
        }
        int free = points.size() - 2;
        double larger = free > 0 ? Math.max(1, chi2 / free) : 1;
        return new RosenfeldTarazona(slope, Math.sqrt(larger / xx));
    }

    /** kB T^2 dU/dT in eV^2, with the error of the fit. */
    Estimate variance(Kelvin temperature) {
        double perSlope = temperature.energyEv() * POWER * x(temperature);
        return new Estimate(slope * perSlope, slopeError * perSlope);
    }

    private static double x(Kelvin temperature) {
        return Math.pow(temperature.value(), POWER);
    }

    private static double weight(Estimate point) {
        return 1 / (point.standardError() * point.standardError());
    }
}
