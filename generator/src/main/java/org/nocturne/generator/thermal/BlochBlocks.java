package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.TranslationGroup;

/**
 * A translation-invariant symmetric matrix of a crystal as one Hermitian block for each wave vector, 3n x 3n with n sites. Blocks at q
 * and -q are complex conjugates, so one of the two is kept. Multiplying a vector costs a Fourier transform of each of its 3n
 * components, the blocks, and the transform back.
 */
final class BlochBlocks {
    private final Crystal crystal;
    private final TranslationGroup group;
    private final GridTransform transform;
    private final int size;
    private final int[] kept;
    private final double[][] blocks;

    BlochBlocks(Crystal crystal) {
        this.crystal = crystal;
        this.group = crystal.translations();
        this.transform = new GridTransform(group);
        this.size = 3 * crystal.sites();
        int count = 0;
        kept = new int[crystal.copies()];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = k <= group.inverse(k) ? count++ : -1;
        }
        blocks = new double[count][];
    }

    /**
     * D(q) = sum_t H(0, t) exp(i q.t).
     *
     * @param rows for each site and axis the row of its representative over all atoms, 3N values
     */
    static BlochBlocks of(Crystal crystal, double[][] rows) {
        BlochBlocks out = new BlochBlocks(crystal);
        int order = crystal.copies();
        int size = out.size;
        for (int k = 0; k < out.blocks.length; k++) {
            out.blocks[k] = new double[2 * size * size];
        }
        double[] z = new double[2 * order];
        for (int entry = 0; entry < size * size; entry++) {
            for (int t = 0; t < order; t++) {
                z[2 * t] = rows[entry / size][3 * crystal.atom(t, entry % size / 3) + entry % size % 3];
                z[2 * t + 1] = 0;
            }
            out.transform.forward(z);
            for (int k = 0; k < order; k++) {
                if (out.kept[k] >= 0) {
                    out.blocks[out.kept[k]][2 * entry] = z[2 * k];
                    out.blocks[out.kept[k]][2 * entry + 1] = -z[2 * k + 1];
                }
            }
        }
        return out;
    }

    /** Whether the block of this wave vector is kept here; otherwise that of its opposite is. */
    boolean keeps(int q) {
        return kept[q] >= 0;
    }

    /** The kept block of a wave vector, real and imaginary parts side by side, row after row. */
    double[] block(int q) {
        return blocks[kept[q]];
    }

    void set(int q, double[] block) {
        blocks[kept[q]] = block;
    }

    /** How many wave vectors a kept block stands for: two where q and -q differ. */
    int multiplicity(int q) {
        return group.inverse(q) == q ? 1 : 2;
    }

    /** The product with a vector of 3N components, atom after atom; {@code times} multiplies by the blocks so many times. */
    double[] multiply(double[] vector, int times) {
        double[][] components = new double[size][];
        for (int a = 0; a < size; a++) {
            components[a] = gather(vector, a);
            transform.forward(components[a]);
        }
        double[] from = new double[2 * size];
        double[] to = new double[2 * size];
        for (int q = 0; q < kept.length; q++) {
            if (kept[q] < 0) {
                continue;
            }
            for (int a = 0; a < size; a++) {
                from[2 * a] = components[a][2 * q];
                from[2 * a + 1] = components[a][2 * q + 1];
            }
            for (int k = 0; k < times; k++) {
                multiply(blocks[kept[q]], from, to);
                System.arraycopy(to, 0, from, 0, to.length);
            }
            int opposite = group.inverse(q);
            for (int a = 0; a < size; a++) { // the product is real, so its transform at -q is the conjugate
                components[a][2 * opposite] = from[2 * a];
                components[a][2 * opposite + 1] = -from[2 * a + 1];
                components[a][2 * q] = from[2 * a];
                components[a][2 * q + 1] = from[2 * a + 1];
            }
        }
        double[] out = new double[vector.length];
        for (int a = 0; a < size; a++) {
            transform.backward(components[a]);
            for (int t = 0; t < kept.length; t++) {
                out[3 * crystal.atom(t, a / 3) + a % 3] = components[a][2 * t];
            }
        }
        return out;
    }

    private double[] gather(double[] vector, int component) {
        double[] out = new double[2 * kept.length];
        for (int t = 0; t < kept.length; t++) {
            out[2 * t] = vector[3 * crystal.atom(t, component / 3) + component % 3];
        }
        return out;
    }

    private void multiply(double[] block, double[] from, double[] to) {
        for (int a = 0; a < size; a++) {
            double re = 0;
            double im = 0;
            for (int b = 0; b < size; b++) {
                double r = block[2 * (a * size + b)];
                double i = block[2 * (a * size + b) + 1];
                re += r * from[2 * b] - i * from[2 * b + 1];
                im += r * from[2 * b + 1] + i * from[2 * b];
            }
            to[2 * a] = re;
            to[2 * a + 1] = im;
        }
    }
}
