package org.nocturne.learning.train.network;

/** Functions of a length that networks here are given. */
final class RadialFunctions {
    private RadialFunctions() {}

    /**
     * Gaussians with centres evenly from {@code from} to {@code to}, as wide as their centres lie apart.
     *
     * @param x its last axis has size 1, and gets size {@code count}
     * @param axes of x
     */
    static <T> T gaussians(TensorOps<T> o, T x, int axes, double from, double to, int count) {
        double step = (to - from) / (count - 1);
        float[] centres = new float[count];
        for (int k = 0; k < count; k++) {
            centres[k] = (float) (from + k * step);
        }
        long[] shape = new long[axes];
        java.util.Arrays.fill(shape, 1);
        shape[axes - 1] = count;
        T off = o.subtract(x, o.constant(centres, shape));
        return o.exp(o.affine(o.multiply(off, off), (float) (-0.5 / (step * step)), 0));
    }

    /** 1 - 10 x^3 + 15 x^4 - 6 x^5 between cut-on and cut-off: two continuous derivatives (Perlin, SIGGRAPH 2002). */
    static <T> T cutOff(TensorOps<T> o, T length, double cutOn, double cutOff) {
        double width = cutOff - cutOn;
        T x = o.clip(o.affine(length, (float) (1 / width), (float) (-cutOn / width)), 0, 1);
        T polynomial = o.affine(x, -6, 15);
        polynomial = o.affine(o.multiply(polynomial, x), 1, -10);
        T cube = o.multiply(x, o.multiply(x, x));
        return o.affine(o.multiply(polynomial, cube), 1, 1);
    }
}
