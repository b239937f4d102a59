package org.nocturne.generator.conditioning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** J^T J of whitened slopes: what the data say of the parameters, to second order. */
record FisherMatrix(DMatrixRMaj matrix) {

    /** @param slopes derivative of the whitened pattern by each parameter */
    static FisherMatrix of(double[][] slopes) {
        DMatrixRMaj j = new DMatrixRMaj(slopes);
        DMatrixRMaj out = new DMatrixRMaj(slopes.length, slopes.length);
        CommonOps_DDRM.multTransB(j, j, out);
        return new FisherMatrix(out);
    }

    /** Covariance of the parameters, row after row; the pseudo-inverse where a direction is not determined at all. */
    double[] inverse() {
        DMatrixRMaj out = matrix.copy();
        CommonOps_DDRM.pinv(matrix, out);
        return out.data.clone();
    }

    /** Eigen-directions with every parameter in units of its size, best determined first. */
    List<ScalarFit.Direction> directions(double[] sizes) {
        DMatrixRMaj scaled = matrix.copy();
        for (int a = 0; a < sizes.length; a++) {
            for (int b = 0; b < sizes.length; b++) {
                scaled.set(a, b, matrix.get(a, b) * sizes[a] * sizes[b]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(sizes.length, true, true);
        if (!eigen.decompose(scaled)) {
            throw new IllegalStateException("eigenvalues of a Fisher matrix did not converge");
        }
        List<ScalarFit.Direction> out = new ArrayList<>();
        for (int k = 0; k < sizes.length; k++) {
            double value = Math.max(0, eigen.getEigenvalue(k).real);
            out.add(new ScalarFit.Direction(eigen.getEigenVector(k).data.clone(), 1 / Math.sqrt(value)));
        }
        out.sort(Comparator.comparingDouble(ScalarFit.Direction::standardError));
        return out;
    }
}
