package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

class GradientTest {
    private static final ScatteringAmplitude XRAY = ScatteringAmplitude.of(Radiation.XRAY);
    private static final double[] EVEN = Grids.even(0.6, 8, 40);
    private static final double[] UNEVEN = {0.5, 0.9, 1.1, 2.3, 3.7, 3.9, 6.2};

    @Test
    void the_exact_debye_gradient_meets_central_differences() {
        check(new DebyeSum(XRAY, UNEVEN, 0.4, 0.1), open(Crystals.skewedGas(9, 3)), 1e-6);
        check(new DebyeSum(XRAY, EVEN, 0, 0), open(Crystals.skewedGas(9, 4)), 1e-6);
    }

    @Test
    void the_binned_debye_gradient_meets_central_differences() {
        check(new BinnedDebye(XRAY, EVEN, 0.4, 0.1, 0.002), open(Crystals.skewedGas(9, 5)), 1e-6);
    }

    @Test
    void the_k_point_gradient_meets_central_differences() {
        check(new KPoints(XRAY, EVEN, Resolution.constantSigma(0.2), 0.4), Crystals.skewedGas(8, 6), 1e-6);
    }

    private static Structure open(Structure structure) {
        return new Structure(Cell.open(), structure.species(), structure.xyzAngstrom());
    }

    /** Misfit = sum c I with random c of both signs; differences of order h^2 are removed by Richardson's extrapolation. */
    static void check(DifferentiableObservable observable, Structure structure, double tolerance) {
        Random random = new Random(11);
        double[] c =
                random.doubles(observable.intensity(structure).length, -1, 1).toArray();
        double[] gradient = observable.pullBack(structure, c);
        double scale = 0;
        for (double g : gradient) {
            scale = Math.max(scale, Math.abs(g));
        }
        double worst = 0;
        for (int k : List.of(0, 1, 2, 7, 12, gradient.length - 1)) {
            double wide = difference(observable, structure, c, k, 4e-4);
            double narrow = difference(observable, structure, c, k, 2e-4);
            worst = Math.max(worst, Math.abs((4 * narrow - wide) / 3 - gradient[k]));
        }
        System.out.printf(
                "gradient of %s: max error / max gradient = %.2e%n",
                observable.getClass().getSimpleName(), worst / scale);
        assertThat(worst).isLessThan(tolerance * scale);
    }

    private static double difference(
            DifferentiableObservable observable, Structure structure, double[] c, int k, double h) {
        double[] move = new double[3 * structure.size()];
        move[k] = h;
        double[] up = observable.intensity(structure.displaced(move));
        move[k] = -h;
        double[] down = observable.intensity(structure.displaced(move));
        double sum = 0;
        for (int p = 0; p < c.length; p++) {
            sum += c[p] * (up[p] - down[p]);
        }
        return sum / (2 * h);
    }
}
