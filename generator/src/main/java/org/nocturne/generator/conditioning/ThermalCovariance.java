package org.nocturne.generator.conditioning;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Covariance of one configuration's pattern, relative to the mean intensity, from a few dozen configurations. Their sample covariance
 * alone would leave most directions without any noise, which least squares would then trust blindly. So its leading components
 * are kept as they are (the energy, the Debye-Waller factor and the longest waves move all points together), and of the rest only what lies
 * within a correlation length, as speckle does: the elementwise product with Wendland's positive definite function of
 * compact support, (1 - r)^4 (4 r + 1) (Adv. Comput. Math. 4, 389 (1995); covariance tapering: Furrer, Genton and Nychka 2006).
 */
final class ThermalCovariance {
    private static final int LEADING = 6;

    private ThermalCovariance() {}

    /**
     * @param q grid, 1/angstrom, rising
     * @param lengthPerAngstrom beyond which the rest is taken to be independent
     * @return n x n, dimensionless
     */
    static DMatrixRMaj of(PatternSample sample, double[] q, double lengthPerAngstrom) {
        double[] mean = sample.mean();
        DMatrixRMaj rows = new DMatrixRMaj(sample.deviations());
        for (int m = 0; m < rows.numRows; m++) {
            for (int k = 0; k < rows.numCols; k++) {
                rows.set(m, k, rows.get(m, k) / mean[k]);
            }
        }
        DMatrixRMaj leading = leading(rows);
        DMatrixRMaj rest = rows.copy();
        CommonOps_DDRM.subtractEquals(rest, leading);
        DMatrixRMaj out = new DMatrixRMaj(q.length, q.length);
        CommonOps_DDRM.multTransA(rest, rest, out);
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b < q.length; b++) {
                double r = Math.min(1, Math.abs(q[a] - q[b]) / lengthPerAngstrom);
                out.set(a, b, out.get(a, b) * Math.pow(1 - r, 4) * (4 * r + 1));
            }
        }
        CommonOps_DDRM.multAddTransA(leading, leading, out);
        return out;
    }

    /** The part of the rows along the leading eigenvectors of their Gram matrix. */
    private static DMatrixRMaj leading(DMatrixRMaj rows) {
        int m = rows.numRows;
        DMatrixRMaj gram = new DMatrixRMaj(m, m);
        CommonOps_DDRM.multTransB(rows, rows, gram);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
        if (!eigen.decompose(gram)) {
            throw new IllegalStateException("eigenvalues of " + m + " patterns did not converge");
        }
        Integer[] order = new Integer[m];
        java.util.Arrays.setAll(order, k -> k);
        java.util.Arrays.sort(
                order, (a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real));
        DMatrixRMaj out = new DMatrixRMaj(m, rows.numCols);
        for (int k = 0; k < Math.min(LEADING, m); k++) {
            DMatrixRMaj v = eigen.getEigenVector(order[k]);
            DMatrixRMaj along = new DMatrixRMaj(1, rows.numCols);
            CommonOps_DDRM.multTransA(v, rows, along);
            CommonOps_DDRM.multAdd(v, along, out);
        }
        return out;
    }
}
