package org.nocturne.generator.thermal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Functions of a large symmetric matrix times a vector: f(A) v is |v| V f(T) e1 with the Krylov basis V and the small tridiagonal T of v
 * (Druskin and Knizhnerman, USSR Comput. Math. Math. Phys. 29(6), 112 (1989); it needs no reorthogonalisation, Comput. Math. Math. Phys. 31(7), 20
 * (1991)). The soft modes, on which a polynomial over the whole spectrum would spend its degree, are found by the Krylov space itself, so that nothing
 * has to be deflated.
 *
 * @param matrix A v
 * @param withoutTranslations takes what A maps to nothing out of a vector, in place
 */
record Lanczos(UnaryOperator<double[]> matrix, Consumer<double[]> withoutTranslations) {
    /** The change of the result, relative to it, at which it counts as found; thermal displacements need no more. */
    private static final double TOLERANCE = 1e-5;

    /** A side element so small, relative to the diagonal, that the Krylov space is closed but for rounding. */
    private static final double EXHAUSTED = 1e-7;

    private static final int FIRST_LOOK = 20;
    private static final double NEXT_LOOK = 1.2; // times the length of the basis
    private static final int LONGEST = 4000;
    private static final double NULL_EIGENVALUE = 1e-6; // eV/angstrom^2, as for a crystal

    /** f(A) v.
     *
     * @throws UnstableForceConstantsException if the Krylov space of the vector meets an eigenvalue that is not positive
     */
    double[] apply(double[] vector, DoubleUnaryOperator function) {
        double[] start = vector.clone();
        withoutTranslations.accept(start);
        double norm = Math.sqrt(Vectors.dot(start, start));
        if (norm <= 1e-12 * Math.sqrt(Vectors.dot(vector, vector))) {
            return new double[vector.length]; // a rigid translation
        }
        List<double[]> basis = new ArrayList<>();
        List<Double> diagonal = new ArrayList<>();
        List<Double> side = new ArrayList<>();
        double[] v = scaled(start, 1 / norm);
        double[] before = new double[vector.length];
        double[] known = new double[0];
        double beta = 0;
        int look = FIRST_LOOK;
        while (true) {
            basis.add(v);
            double[] w = matrix.apply(v);
            withoutTranslations.accept(w); // rounding would let the translations grow
            double alpha = Vectors.dot(w, v);
            Vectors.add(w, -alpha, v);
            Vectors.add(w, -beta, before);
            diagonal.add(alpha);
            beta = Math.sqrt(Vectors.dot(w, w));
            boolean exhausted = beta < EXHAUSTED * Math.abs(diagonal.get(0)) || basis.size() >= vector.length - 3;
            if (basis.size() >= look || exhausted) {
                double[] found = coefficients(diagonal, side, function);
                if (exhausted || change(known, found) < TOLERANCE) {
                    return combined(basis, found, norm);
                }
                known = found;
                look = (int) Math.ceil(NEXT_LOOK * look);
            }
            if (basis.size() >= LONGEST) {
                throw new IllegalStateException("a function of the force constants did not converge within " + LONGEST
                        + " products: their softest mode is too soft");
            }
            side.add(beta);
            before = v;
            v = scaled(w, 1 / beta);
        }
    }

    /** f(T) e1 of the tridiagonal matrix so far. */
    private static double[] coefficients(List<Double> diagonal, List<Double> side, DoubleUnaryOperator function) {
        int m = diagonal.size();
        DMatrixRMaj t = new DMatrixRMaj(m, m);
        for (int k = 0; k < m; k++) {
            t.set(k, k, diagonal.get(k));
            if (k + 1 < m) {
                t.set(k, k + 1, side.get(k));
                t.set(k + 1, k, side.get(k));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
        if (!eigen.decompose(t)) {
            throw new IllegalStateException("eigenvalues of a tridiagonal matrix of " + m + " rows did not converge");
        }
        double[] out = new double[m];
        for (int e = 0; e < m; e++) {
            double lambda = eigen.getEigenvalue(e).real;
            if (lambda <= NULL_EIGENVALUE) {
                throw new UnstableForceConstantsException(lambda);
            }
            double[] vector = eigen.getEigenVector(e).data;
            double weight = function.applyAsDouble(lambda) * vector[0];
            for (int k = 0; k < m; k++) {
                out[k] += weight * vector[k];
            }
        }
        return out;
    }

    private static double change(double[] old, double[] now) {
        double difference = 0;
        double square = 0;
        for (int k = 0; k < now.length; k++) {
            double d = now[k] - (k < old.length ? old[k] : 0);
            difference += d * d;
            square += now[k] * now[k];
        }
        return Math.sqrt(difference / square);
    }

    private double[] combined(List<double[]> basis, double[] coefficients, double norm) {
        double[] out = new double[basis.get(0).length];
        for (int k = 0; k < coefficients.length; k++) {
            Vectors.add(out, norm * coefficients[k], basis.get(k));
        }
        return out;
    }

    private static double[] scaled(double[] v, double factor) {
        double[] out = v.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor;
        }
        return out;
    }
}
