package org.nocturne.generator.thermal;

/**
 * A crystal's force constants H and their functions H^(-1/2) and H^(-1), block by block over its wave vectors (Born and von Karman). Each
 * block D(q) = sum_t H(0, t) exp(i q.t) is Hermitian and is diagonalised. A structure without translations has a single real block,
 * which is the dense way.
 *
 * <p>Displacements are white noise filtered by H^(-1/2): u = sqrt(kB T) H^(-1/2) z has covariance kB T H^(-1). Rigid translations have
 * eigenvalue 0 and are left out of both inverses. All vectors have 3N components, atom after atom. Safe for several threads.
 */
public final class BlochModes implements HarmonicModes {
    private final int components;
    private final BlochBlocks hessian;
    private final BlochFunction root;

    /**
     * @throws UnstableForceConstantsException if an eigenvalue other than the three translations is not positive
     */
    public BlochModes(ForceConstants constants) {
        components = 3 * constants.crystal().structure().size();
        hessian = BlochBlocks.of(constants.crystal(), constants.rows());
        root = new BlochFunction(constants.crystal(), hessian, lambda -> 1 / Math.sqrt(lambda));
    }

    /** All 3N eigenvalues in eV/angstrom^2, ascending; the first three are the translations. */
    public double[] eigenvalues() {
        return root.eigenvalues();
    }

    @Override
    public double traceOfInverse() {
        double[] eigenvalues = root.eigenvalues();
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
}
