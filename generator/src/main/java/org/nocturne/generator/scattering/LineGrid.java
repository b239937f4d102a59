package org.nocturne.generator.scattering;

import java.util.function.DoubleUnaryOperator;

/**
 * An even grid of lengths |G| on which smooth functions of a line are known and lines are gathered, through Lagrange's polynomial of the fifth degree: there are
 * many more lines than widths of a line. With 16 points to the narrowest width a Gaussian is met within 4e-9 of its height
 * (spacing^6 times its sixth derivative, 15/sigma^6, times at most 225/64/720). Positions are kept for one line, so a grid lives in one thread.
 */
final class LineGrid {
    private static final int POINTS = 6;
    private static final int BEFORE = 2;
    private static final double PER_SIGMA = 16;

    private final double spacing;
    private final int size;
    private final double[] weights = new double[POINTS];
    private int first;

    /** @param sigmaPerAngstrom the narrowest width that is to be met */
    LineGrid(double gLimitPerAngstrom, double sigmaPerAngstrom) {
        spacing = sigmaPerAngstrom / PER_SIGMA;
        size = (int) Math.ceil(gLimitPerAngstrom / spacing) + POINTS;
    }

    int size() {
        return size;
    }

    /** |G| of a point, 1/angstrom. The two before 0 stand for functions that are even. */
    double at(int point) {
        return Math.abs(point - BEFORE) * spacing;
    }

    /** A function of |G| at all points. */
    double[] table(DoubleUnaryOperator function) {
        double[] out = new double[size];
        for (int j = 0; j < size; j++) {
            out[j] = function.applyAsDouble(at(j));
        }
        return out;
    }

    /** Goes to a line: what follows is about it. */
    void moveTo(double g) {
        double x = g / spacing;
        int left = (int) x;
        double t = x - left;
        first = left;
        double a = t + 2;
        double b = t + 1;
        double c = t - 1;
        double d = t - 2;
        double e = t - 3;
        weights[0] = -b * t * c * d * e / 120;
        weights[1] = a * t * c * d * e / 24;
        weights[2] = -a * b * c * d * e / 12;
        weights[3] = a * b * t * d * e / 12;
        weights[4] = -a * b * t * c * e / 24;
        weights[5] = a * b * t * c * d / 120;
    }

    /** A function of which the table is given, at the present line. */
    double valueOf(double[] table) {
        double sum = 0;
        for (int j = 0; j < POINTS; j++) {
            sum += weights[j] * table[first + j];
        }
        return sum;
    }

    /** Gathers the present line. */
    void add(double height, double[] gathered) {
        for (int j = 0; j < POINTS; j++) {
            gathered[first + j] += height * weights[j];
        }
    }
}
