package org.nocturne.generator.conditioning;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** Residuals of unit covariance: L^-1 r with L L^T = C, C = diag(sigma^2) + the rest. */
final class Whitening {
    private final DMatrixRMaj lower;

    /**
     * @param sigma standard error of each point, above 0
     * @param rest the rest of the covariance, n x n; changed
     */
    Whitening(double[] sigma, DMatrixRMaj rest) {
        int n = sigma.length;
        DMatrixRMaj c = rest;
        for (int k = 0; k < n; k++) {
            c.add(k, k, sigma[k] * sigma[k]);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(c)) {
            throw new IllegalArgumentException(
                    "the covariance of the pattern is not positive; every error must be above 0");
        }
        lower = cholesky.getT(null);
    }

    /** log det C. */
    double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < lower.numRows; k++) {
            sum += 2 * Math.log(lower.get(k, k));
        }
        return sum;
    }

    /** L^-1 r by forward substitution. */
    double[] of(double[] r) {
        int n = r.length;
        double[] out = new double[n];
        double[] l = lower.data;
        for (int i = 0; i < n; i++) {
            double sum = r[i];
            for (int j = 0; j < i; j++) {
                sum -= l[i * n + j] * out[j];
            }
            out[i] = sum / l[i * n + i];
        }
        return out;
    }
}
