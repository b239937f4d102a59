package org.nocturne.generator.thermal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.nocturne.core.crystal.Crystal;

/**
 * A crystal's force constants H and their functions H^(-1/2) and H^(-1), block by block over its wave vectors (Born and von Karman). Each
 * block D(q) = sum_t H(0, t) exp(i q.t) is Hermitian; it is diagonalised as the real symmetric matrix [[Re, -Im], [Im, Re]], of which
 * every matrix function has the same form. A structure without translations has a single real block, which is the dense way.
 *
 * <p>Displacements are white noise filtered by H^(-1/2): u = sqrt(kB T) H^(-1/2) z has covariance kB T H^(-1). Rigid translations have
 * eigenvalue 0 and are left out of both inverses. All vectors have 3N components, atom after atom. Safe for several threads.
 */
public final class BlochModes implements HarmonicModes {
    /** Below this an eigenvalue counts as none: translations come out near 1e-12 eV/angstrom^2, the softest phonons above 1e-2. */
    private static final double NULL_EIGENVALUE = 1e-6;

    private final int components;
    private final int size;
    private final BlochBlocks hessian;
    private final BlochBlocks root;
    private final double[] eigenvalues;

    /**
     * @throws UnstableForceConstantsException if an eigenvalue other than the three translations is not positive
     */
    public BlochModes(ForceConstants constants) {
        Crystal crystal = constants.crystal();
        components = 3 * crystal.structure().size();
        size = 3 * crystal.sites();
        hessian = BlochBlocks.of(crystal, constants.rows());
        root = new BlochBlocks(crystal);
        eigenvalues = new double[components];
        int known = 0;
        for (int q = 0; q < crystal.copies(); q++) {
            if (hessian.keeps(q)) {
                double[] found = diagonalise(q);
                for (int twin = 0; twin < hessian.multiplicity(q); twin++, known += size) {
                    System.arraycopy(found, 0, eigenvalues, known, size);
                }
            }
        }
        Arrays.sort(eigenvalues);
        check();
    }

    /** All 3N eigenvalues in eV/angstrom^2, ascending; the first three are the translations. */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    @Override
    public double traceOfInverse() {
        double sum = 0;
        for (int k = 3; k < eigenvalues.length; k++) {
            sum += 1 / eigenvalues[k];
        }
        return sum;
    }

    @Override
    public int components() {
        return components;
    }

    @Override
    public double[] hessian(double[] u) {
        return hessian.multiply(u, 1);
    }

    @Override
    public double[] inverseRoot(double[] z) {
        return root.multiply(z, 1);
    }

    @Override
    public double[] inverse(double[] f) {
        return root.multiply(f, 2);
    }

    /** Sets the inverse square root of a block and gives its eigenvalues. */
    private double[] diagonalise(int q) {
        DMatrixRMaj block = realForm(hessian.block(q));
        int width = block.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
        if (!eigen.decompose(block)) {
            throw new IllegalStateException("eigenvalues of block " + q + " did not converge");
        }
        double[] inverseRoot = new double[2 * size * size];
        double[] w = new double[width];
        for (int m = 0; m < width; m++) {
            w[m] = eigen.getEigenvalue(m).real;
            if (w[m] <= NULL_EIGENVALUE) {
                continue; // a translation, or unstable, which check() reports
            }
            double[] v = eigen.getEigenVector(m).data;
            double weight = 1 / Math.sqrt(w[m]);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    inverseRoot[2 * (a * size + b)] += weight * v[a] * v[b];
                    if (width > size) {
                        inverseRoot[2 * (a * size + b) + 1] += weight * v[a + size] * v[b];
                    }
                }
            }
        }
        root.set(q, inverseRoot);
        Arrays.sort(w);
        double[] out = new double[size];
        for (int a = 0; a < size; a++) {
            out[a] = w[width / size * a]; // each eigenvalue stands twice in the real form of a complex block
        }
        return out;
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
