package org.nocturne.learning.ensemble;

import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.nocturne.core.structure.Kelvin;

/**
 * Thermal energy against temperature from MD at several T, U(T) = 3/2 (N-1) kB T (1 + a T + b T^2): the classical harmonic limit at
 * low T is exact, only the anharmonic part is fitted (a alone with fewer than three temperatures). Its slope gives the variance of the energy in
 * the canonical ensemble, Var U = kB T^2 dU/dT, far better than a variance measured directly.
 */
public final class EnergyCurve {
    private final int atoms;
    private final double[] coefficients;
    private final double[][] covariance;

    /** Mean thermal energy of MD at a temperature, eV per cell, with its standard error. */
    public record Point(Kelvin temperature, Estimate thermalEnergyEv) {}

    /** From the energies of replicas at each temperature, eV per cell above the inherent structure. */
    public static EnergyCurve of(int atoms, Map<Kelvin, List<double[]>> replicas) {
        return new EnergyCurve(
                atoms,
                replicas.entrySet().stream()
                        .map(e -> new Point(e.getKey(), Estimate.meanOf(e.getValue())))
                        .toList());
    }

    public EnergyCurve(int atoms, List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("an energy curve needs MD at one temperature at least");
        }
        this.atoms = atoms;
        long temperatures = points.stream().map(Point::temperature).distinct().count();
        int terms = temperatures >= 3 ? 2 : 1;
        DMatrixRMaj normal = new DMatrixRMaj(terms, terms);
        DMatrixRMaj right = new DMatrixRMaj(terms, 1);
        for (Point point : points) {
            double harmonic = harmonicEv(point.temperature());
            double y = point.thermalEnergyEv().value() / harmonic - 1;
            double sigma = point.thermalEnergyEv().standardError() / harmonic;
            double t = point.temperature().value() / 1000;
            for (int a = 0; a < terms; a++) {
                right.add(a, 0, Math.pow(t, a + 1) * y / (sigma * sigma));
                for (int b = 0; b < terms; b++) {
                    normal.add(a, b, Math.pow(t, a + b + 2) / (sigma * sigma));
                }
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(terms, terms);
        if (!CommonOps_DDRM.invert(normal, inverse)) {
            throw new IllegalArgumentException("MD at " + temperatures + " temperatures does not determine U(T)");
        }
        coefficients = new double[terms];
        covariance = new double[terms][terms];
        for (int a = 0; a < terms; a++) {
            for (int b = 0; b < terms; b++) {
                coefficients[a] += inverse.get(a, b) * right.get(b, 0);
                covariance[a][b] = inverse.get(a, b);
            }
        }
    }

    /** kB T^2 dU/dT in eV^2, with the error of the fit. */
    public Estimate variance(Kelvin temperature) {
        double t = temperature.value() / 1000;
        double slope = 1;
        double error = 0;
        for (int a = 0; a < coefficients.length; a++) {
            slope += (a + 2) * coefficients[a] * Math.pow(t, a + 1);
            for (int b = 0; b < coefficients.length; b++) {
                error += (a + 2) * (b + 2) * Math.pow(t, a + b + 2) * covariance[a][b];
            }
        }
        double harmonic = harmonicEv(temperature) * temperature.energyEv();
        return new Estimate(harmonic * slope, harmonic * Math.sqrt(error));
    }

    private double harmonicEv(Kelvin temperature) {
        return 1.5 * (atoms - 1) * temperature.energyEv();
    }
}
