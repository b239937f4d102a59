package org.nocturne.generator.thermal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.nocturne.core.crystal.Crystal;

/**
 * A function f(A) of a translation-invariant symmetric matrix A that is positive but for the three translations, block by block. Each
 * Hermitian block is diagonalised as the real symmetric matrix [[Re, -Im], [Im, Re]], of which every matrix function has the same form.
 * The translations are left out: f(A) maps them to nothing.
 */
final class BlochFunction {
    /**
     * Below this an eigenvalue counts as none. Translations come out near 1e-12; the softest phonons lie above 1e-2 eV/angstrom^2, and
     * divided by the heaviest masses above 1e-5 eV/(angstrom^2 u).
     */
    private static final double NULL_EIGENVALUE = 1e-6;

    private final Crystal crystal;
    private final int size;
    private final BlochBlocks blocks;
    private final double[] eigenvalues;

    /** @throws UnstableForceConstantsException if an eigenvalue other than the three translations is not positive */
    BlochFunction(Crystal crystal, BlochBlocks matrix, DoubleUnaryOperator function) {
        this.crystal = crystal;
        size = 3 * crystal.sites();
        blocks = new BlochBlocks(crystal);
        eigenvalues = new double[size * crystal.copies()];
        int known = 0;
        for (int q = 0; q < crystal.copies(); q++) {
            if (matrix.keeps(q)) {
                double[] found = diagonalise(q, matrix.block(q), function);
                for (int twin = 0; twin < matrix.multiplicity(q); twin++, known += size) {
                    System.arraycopy(found, 0, eigenvalues, known, size);
                }
            }
        }
        Arrays.sort(eigenvalues);
        check();
    }

    /** All 3N eigenvalues of A, ascending; the first three are the translations. */
    double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** f(A) v, applied so many times. */
    double[] multiply(double[] vector, int times) {
        return blocks.multiply(vector, times);
    }

    /** The diagonal of f(A)^2 for each site and axis, index 3 s + a: the same in every copy. */
    double[] squareDiagonal() {
        double[] out = new double[size];
        for (int q = 0; q < crystal.copies(); q++) {
            if (blocks.keeps(q)) {
                double[] block = blocks.block(q);
                for (int k = 0; k < block.length; k++) {
                    out[k / (2 * size)] += blocks.multiplicity(q) * block[k] * block[k] / crystal.copies();
                }
            }
        }
        return out;
    }

    /** Sets the function of a block and gives the block's eigenvalues. */
    private double[] diagonalise(int q, double[] given, DoubleUnaryOperator function) {
        DMatrixRMaj block = realForm(given);
        int width = block.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
        if (!eigen.decompose(block)) {
            throw new IllegalStateException("eigenvalues of block " + q + " did not converge");
        }
        double[] out = new double[2 * size * size];
        double[] w = new double[width];
        for (int m = 0; m < width; m++) {
            w[m] = eigen.getEigenvalue(m).real;
            if (w[m] <= NULL_EIGENVALUE) {
                continue; // a translation, or unstable, which check() reports
            }
            double[] v = eigen.getEigenVector(m).data;
            double weight = function.applyAsDouble(w[m]);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    out[2 * (a * size + b)] += weight * v[a] * v[b];
                    if (width > size) {
                        out[2 * (a * size + b) + 1] += weight * v[a + size] * v[b];
                    }
                }
            }
        }
        blocks.set(q, out);
        Arrays.sort(w);
        double[] once = new double[size];
        for (int a = 0; a < size; a++) {
            once[a] = w[width / size * a]; // each eigenvalue stands twice in the real form of a complex block
        }
        return once;
    }

    /** D(q) itself where it is real (q and -q equivalent), otherwise its real form of twice the size. */
    private DMatrixRMaj realForm(double[] block) {
        double largest = 0;
        for (int k = 1; k < block.length; k += 2) {
            largest = Math.max(largest, Math.abs(block[k]));
        }
        int width = largest < 1e-10 ? size : 2 * size;
        DMatrixRMaj out = new DMatrixRMaj(width, width);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double re = block[2 * (a * size + b)];
                double im = block[2 * (a * size + b) + 1];
                out.set(a, b, re);
                if (width > size) {
                    out.set(a + size, b + size, re);
                    out.set(a + size, b, im);
                    out.set(a, b + size, -im);
                }
            }
        }
        return out;
    }

    private void check() {
        for (int k = 0; k < eigenvalues.length; k++) {
            boolean translation = k < 3;
            if (translation ? Math.abs(eigenvalues[k]) > NULL_EIGENVALUE : eigenvalues[k] <= NULL_EIGENVALUE) {
                throw new UnstableForceConstantsException(k, eigenvalues[k]);
            }
        }
    }
}
