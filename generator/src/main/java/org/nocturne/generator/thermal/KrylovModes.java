package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.SparseHessian;

/**
 * The modes of a structure without symmetry: functions of its sparse Hessian by the Lanczos method. The cost of a product grows with N, the number of
 * products with the square root of lambda_max/lambda_min, hence as N^(1/3).
 */
public final class KrylovModes implements HarmonicModes {
    private final SparseHessian hessian;
    private final Lanczos lanczos;
    private final int components;

    public KrylovModes(SparseHessian hessian) {
        this.hessian = hessian;
        this.lanczos = new Lanczos(hessian::multiply, Vectors::removeMean);
        this.components = 3 * hessian.structure().size();
    }

    @Override
    public int components() {
        return components;
    }

    @Override
    public double[] hessian(double[] u) {
        return hessian.multiply(u);
    }

    /** @throws UnstableForceConstantsException if the Krylov space of z meets an eigenvalue that is not positive */
    @Override
    public double[] inverseRoot(double[] z) {
        return lanczos.apply(z, lambda -> 1 / Math.sqrt(lambda));
    }

    /** @throws UnstableForceConstantsException if the Krylov space of f meets an eigenvalue that is not positive */
    @Override
    public double[] inverse(double[] f) {
        return lanczos.apply(f, lambda -> 1 / lambda);
    }

    /** An estimate, good to about one per cent. */
    @Override
    public double traceOfInverse() {
        return RandomTrace.ofSquare(components, this::inverseRoot);
    }
}
