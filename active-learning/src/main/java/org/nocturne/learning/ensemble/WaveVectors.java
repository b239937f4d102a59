package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nocturne.core.structure.Cell;

/** A fixed choice of reciprocal vectors of a cell, and what they scatter: I(k) = |sum_i exp(i k.x_i)|^2 / N, every atom alike. */
final class WaveVectors {
    /** How far two lengths that are meant to be equal may differ, relatively. */
    static final double SAME_LENGTH = 1e-6;

    private final double[][] vectors;

    /** @param vectors of three components each, 1/angstrom */
    WaveVectors(double[][] vectors) {
        this.vectors = vectors;
    }

    int size() {
        return vectors.length;
    }

    /** Length of a vector, 1/angstrom. */
    double q(int index) {
        return length(vectors[index]);
    }

    /** Intensity at each vector; it does not change when atoms are moved by cell vectors, or all of them together. */
    double[] intensities(double[] xyzAngstrom) {
        int n = xyzAngstrom.length / 3;
        double[] out = new double[vectors.length];
        for (int k = 0; k < out.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                double phase = vectors[k][0] * xyzAngstrom[3 * i]
                        + vectors[k][1] * xyzAngstrom[3 * i + 1]
                        + vectors[k][2] * xyzAngstrom[3 * i + 2];
                re += Math.cos(phase);
                im += Math.sin(phase);
            }
            out[k] = (re * re + im * im) / n;
        }
        return out;
    }

    /**
     * Half of the vectors of a lattice up to a length, by rising length: k and -k carry the same.
     *
     * @param step rows that span the lattice
     */
    static double[][] within(double[] step, double limit) {
        int[] most = new int[3];
        double[] back = Cell.periodic(step).reciprocalRows();
        for (int k = 0; k < 3; k++) {
            most[k] = (int) Math.ceil(limit * length(Arrays.copyOfRange(back, 3 * k, 3 * k + 3)) / (2 * Math.PI));
        }
        List<double[]> out = new ArrayList<>();
        for (int a = 0; a <= most[0]; a++) {
            for (int b = -most[1]; b <= most[1]; b++) {
                for (int c = -most[2]; c <= most[2]; c++) {
                    boolean positive = a > 0 || b > 0 || b == 0 && c > 0;
                    double[] k = {
                        a * step[0] + b * step[3] + c * step[6],
                        a * step[1] + b * step[4] + c * step[7],
                        a * step[2] + b * step[5] + c * step[8]
                    };
                    if (positive && length(k) <= limit * (1 + SAME_LENGTH)) {
                        out.add(k);
                    }
                }
            }
        }
        out.sort(Comparator.comparingDouble(WaveVectors::length));
        return out.toArray(double[][]::new);
    }

    static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
