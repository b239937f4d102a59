package org.nocturne.generator.thermal;

import org.jtransforms.fft.DoubleFFT_1D;
import org.nocturne.core.crystal.TranslationGroup;

/**
 * The discrete Fourier transform over the translations of a crystal: one complex number for each copy, real and imaginary part side by
 * side, transformed in place line by line along the three axes of the group's grid. N log N work for any lengths of the axes. The
 * three-dimensional transforms of the library want lengths above 1 and start threads of their own; its lines do neither.
 */
final class GridTransform {
    private final int[] lengths = new int[3];
    private final DoubleFFT_1D[] lines = new DoubleFFT_1D[3];

    GridTransform(TranslationGroup group) {
        for (int axis = 0; axis < 3; axis++) {
            lengths[axis] = group.order(axis);
            lines[axis] = new DoubleFFT_1D(lengths[axis]);
        }
    }

    /** sum_t z_t exp(-i q.t) for every q. */
    void forward(double[] z) {
        eachLine(z, DoubleFFT_1D::complexForward);
    }

    /** 1/n sum_q z_q exp(+i q.t) for every t. */
    void backward(double[] z) {
        eachLine(z, (line, values) -> line.complexInverse(values, true));
    }

    private interface Transform {
        void apply(DoubleFFT_1D line, double[] values);
    }

    private void eachLine(double[] z, Transform transform) {
        int stride = 1;
        for (int axis = 2; axis >= 0; axis--) {
            int length = lengths[axis];
            if (length > 1) {
                double[] line = new double[2 * length];
                int block = stride * length;
                for (int start = 0; start < z.length / 2; start += block) {
                    for (int offset = start; offset < start + stride; offset++) {
                        for (int k = 0; k < length; k++) {
                            line[2 * k] = z[2 * (offset + k * stride)];
                            line[2 * k + 1] = z[2 * (offset + k * stride) + 1];
                        }
                        transform.apply(lines[axis], line);
                        for (int k = 0; k < length; k++) {
                            z[2 * (offset + k * stride)] = line[2 * k];
                            z[2 * (offset + k * stride) + 1] = line[2 * k + 1];
                        }
                    }
                }
            }
            stride *= length;
        }
    }
}
