package org.nocturne.generator.scattering;

/** Grids of q and how far two patterns on one grid are apart. */
final class Grids {
    private Grids() {}

    static double[] even(double from, double to, int points) {
        double[] q = new double[points];
        for (int k = 0; k < points; k++) {
            q[k] = from + (to - from) * k / (points - 1);
        }
        return q;
    }

    /** max |found - expected| / max |expected|. */
    static double relativeToMaximum(double[] found, double[] expected) {
        double difference = 0;
        double maximum = 0;
        for (int k = 0; k < expected.length; k++) {
            difference = Math.max(difference, Math.abs(found[k] - expected[k]));
            maximum = Math.max(maximum, Math.abs(expected[k]));
        }
        return difference / maximum;
    }
}
