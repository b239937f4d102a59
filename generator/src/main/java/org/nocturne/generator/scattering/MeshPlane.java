package org.nocturne.generator.scattering;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * One plane of a mesh and its Fourier transform, in both directions: from atoms to waves, and from coefficients of waves to their sum at the atoms, which is
 * the transpose of the first. Lives in one thread.
 */
final class MeshPlane {
    private static final int W = MeshAtoms.WIDTH;

    private final MeshAtoms atoms;
    private final int lLimit;
    private final double[] re;
    private final double[] im;
    private final double[] line;
    private final DoubleFFT_1D alongY;
    private final DoubleFFT_1D alongZ;

    MeshPlane(MeshAtoms atoms, int lLimit) {
        this.atoms = atoms;
        this.lLimit = lLimit;
        re = new double[(atoms.ny + W) * atoms.stride];
        im = new double[re.length];
        line = new double[2 * atoms.nz];
        alongY = new DoubleFFT_1D(atoms.ny);
        alongZ = new DoubleFFT_1D(atoms.nz);
    }

    /** A place for waves: complex, [l][k] with negative k from the end. */
    double[] waves() {
        return new double[(2 * lLimit + 1) * 2 * atoms.ny];
    }

    int place(int k, int l) {
        return 2 * ((l + lLimit) * atoms.ny + (k < 0 ? k + atoms.ny : k));
    }

    void clear() {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
    }

    /** Adds an atom with a complex weight. */
    void spread(int n, double c, double s) {
        int row = atoms.corner[n];
        for (int j = 0; j < W; j++) {
            double wc = c * atoms.y[W * n + j];
            double ws = s * atoms.y[W * n + j];
            for (int k = 0; k < W; k++) {
                re[row + k] += wc * atoms.z[W * n + k];
                im[row + k] += ws * atoms.z[W * n + k];
            }
            row += atoms.stride;
        }
    }

    /** What the plane is at an atom by given weights, [atom * W + k]: real and imaginary part. */
    void gather(int n, double[] y, double[] z, double[] out) {
        double sumRe = 0;
        double sumIm = 0;
        int row = atoms.corner[n];
        for (int j = 0; j < W; j++) {
            double rowRe = 0;
            double rowIm = 0;
            for (int k = 0; k < W; k++) {
                rowRe += re[row + k] * z[W * n + k];
                rowIm += im[row + k] * z[W * n + k];
            }
            sumRe += y[W * n + j] * rowRe;
            sumIm += y[W * n + j] * rowIm;
            row += atoms.stride;
        }
        out[0] = sumRe;
        out[1] = sumIm;
    }

    /** sum over the plane of exp(+2 pi i (k y + l z)), for the waves that are asked for. */
    void toWaves(double[] out) {
        fold(re);
        fold(im);
        for (int p = 0; p < atoms.ny; p++) {
            int at = (p + W / 2) * atoms.stride + W / 2;
            for (int k = 0; k < atoms.nz; k++) {
                line[2 * k] = re[at + k];
                line[2 * k + 1] = im[at + k];
            }
            alongZ.complexInverse(line, false);
            for (int l = -lLimit; l <= lLimit; l++) {
                int from = 2 * (l < 0 ? l + atoms.nz : l);
                double correction = atoms.correctionsZ[Math.abs(l)];
                int to = place(p, l);
                out[to] = correction * line[from];
                out[to + 1] = correction * line[from + 1];
            }
        }
        transformY(out);
    }

    /** The sum of waves with given coefficients, which are lost, over the plane. */
    void ofWaves(double[] coefficients) {
        transformY(coefficients);
        for (int p = 0; p < atoms.ny; p++) {
            Arrays.fill(line, 0);
            for (int l = -lLimit; l <= lLimit; l++) {
                int to = 2 * (l < 0 ? l + atoms.nz : l);
                double correction = atoms.correctionsZ[Math.abs(l)];
                int from = place(p, l);
                line[to] = correction * coefficients[from];
                line[to + 1] = correction * coefficients[from + 1];
            }
            alongZ.complexInverse(line, false);
            int at = (p + W / 2) * atoms.stride + W / 2;
            for (int k = 0; k < atoms.nz; k++) {
                re[at + k] = line[2 * k];
                im[at + k] = line[2 * k + 1];
            }
        }
        unfold(re);
        unfold(im);
    }

    private void transformY(double[] waves) {
        for (int l = 0; l <= 2 * lLimit; l++) {
            alongY.complexInverse(waves, 2 * l * atoms.ny, false);
        }
    }

    /** What was spread over the margin belongs to the other side. */
    private void fold(double[] plane) {
        for (int p = 0; p < atoms.ny + W; p++) {
            int at = p * atoms.stride;
            for (int k = 0; k < W / 2; k++) {
                plane[at + atoms.nz + k] += plane[at + k];
                plane[at + W / 2 + k] += plane[at + W / 2 + atoms.nz + k];
            }
        }
        int far = atoms.ny * atoms.stride;
        int half = W / 2 * atoms.stride;
        for (int k = 0; k < half; k++) {
            plane[far + k] += plane[k];
            plane[half + k] += plane[half + far + k];
        }
    }

    /** The margin is what the other side is. */
    private void unfold(double[] plane) {
        int far = atoms.ny * atoms.stride;
        int half = W / 2 * atoms.stride;
        for (int p = W / 2; p < atoms.ny + W / 2; p++) {
            int at = p * atoms.stride;
            for (int k = 0; k < W / 2; k++) {
                plane[at + k] = plane[at + atoms.nz + k];
                plane[at + W / 2 + atoms.nz + k] = plane[at + W / 2 + k];
            }
        }
        System.arraycopy(plane, far, plane, 0, half);
        System.arraycopy(plane, half, plane, half + far, half);
    }
}
