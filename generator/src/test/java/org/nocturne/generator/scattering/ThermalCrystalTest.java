package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Structure;

/**
 * A thermal cell of 1000 atoms by k-points against Debye's sum over the cell repeated 5 x 5 x 5, 125,000 atoms. Pairs a whole number of
 * cells apart are equal, so the sum runs over 1000 atoms and half of the 9^3 shifts instead of over 8e9 pairs.
 *
 * <p>A shift by n cells occurs prod(5 - |n|) times in the cluster instead of 125 times: this is the shape of the cluster, which broadens
 * every line by about 2 pi/(5 L) and, left in, is 22 % of the maximum here. It is divided out. The forward peak, the shape's transform
 * around q = 0, is below 1e-100 from 1.5 1/angstrom on. The Gaussian resolution enters as exp(-sigma^2 r^2/2), 3e-9 at 5 L.
 */
class ThermalCrystalTest {
    private static final int COPIES = 5;
    private static final double EDGE = 27.155;
    private static final double REACH = COPIES * EDGE;
    private static final double SIGMA = 2 * Math.PI / REACH;
    private static final double[] Q = Grids.even(1.5, 12, 2101);
    private static final double BIN = 0.01;

    @Test
    void k_points_meet_the_debye_sum_of_the_repeated_cell() throws IOException {
        Structure cell = DebyeReference.periodic("si1000_rattled.xyz", EDGE);
        double[] kPoints =
                new KPoints(ScatteringAmplitude.unit(), Q, Resolution.constantSigma(SIGMA), 0).intensity(cell);
        double[] debye = debyeWithoutShape(cell);

        double plain = Grids.relativeToMaximum(kPoints, debye);
        double sameConvolution = Grids.relativeToMaximum(inner(kPoints), inner(convolvedAsQSquareS(debye)));

        System.out.printf(
                "k-points against Debye of 125,000 atoms: %.2e of the maximum; convolved alike %.2e%n",
                plain, sameConvolution);
        assertThat(plain).isLessThan(0.02);
        assertThat(sameConvolution).isLessThan(1e-5);
    }

    /**
     * Damped pairs convolve q S with the Gaussian, the k-point formula q^2 S. For a Gaussian (q F) * g = q (F * g) + sigma^2 (F * g)',
     * so S becomes S + (sigma/q)^2 (S + q S').
     */
    private static double[] convolvedAsQSquareS(double[] s) {
        double[] out = s.clone();
        double h = Q[1] - Q[0];
        for (int k = 2; k < s.length - 2; k++) {
            double slope = (8 * (s[k + 1] - s[k - 1]) - (s[k + 2] - s[k - 2])) / (12 * h);
            out[k] += Math.pow(SIGMA / Q[k], 2) * (s[k] + Q[k] * slope);
        }
        return out;
    }

    /** Without the two points at each end that have no slope. */
    private static double[] inner(double[] s) {
        return Arrays.copyOfRange(s, 2, s.length - 2);
    }

    private static double[] debyeWithoutShape(Structure cell) {
        PairHistogram histogram = new PairHistogram(1, REACH, BIN);
        int most = COPIES - 1;
        for (int a = 0; a <= most; a++) {
            for (int b = a == 0 ? 0 : -most; b <= most; b++) {
                for (int c = a == 0 && b == 0 ? 0 : -most; c <= most; c++) {
                    addShift(cell, a, b, c, histogram);
                }
            }
        }
        double[] s = new SincTransform(Q).sums(histogram, Envelope.damped(SIGMA))[0];
        for (int k = 0; k < s.length; k++) {
            s[k] = 1 + 2 * s[k] / cell.size();
        }
        return s;
    }

    private static void addShift(Structure cell, int a, int b, int c, PairHistogram histogram) {
        double[] x = cell.xyzAngstrom();
        boolean home = a == 0 && b == 0 && c == 0;
        for (int i = 0; i < cell.size(); i++) {
            for (int j = home ? i + 1 : 0; j < cell.size(); j++) {
                double dx = x[3 * j] - x[3 * i] + a * EDGE;
                double dy = x[3 * j + 1] - x[3 * i + 1] + b * EDGE;
                double dz = x[3 * j + 2] - x[3 * i + 2] + c * EDGE;
                double square = dx * dx + dy * dy + dz * dz;
                if (square < REACH * REACH) {
                    histogram.add(0, new double[] {Math.sqrt(square)}, 0, 1);
                }
            }
        }
    }
}
