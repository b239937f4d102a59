package org.nocturne.generator.conditioning;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Covariance of one configuration's pattern, relative to the mean intensity, from a few dozen configurations at each of several
 * temperatures. The spread of each grid point is that of its own temperature; how points move together is taken from all temperatures at
 * once, since one sample's covariance alone would leave most directions without any noise, which least squares would then trust blindly. Of
 * these correlations the leading components are kept as they are (the energy, the Debye-Waller factor and the longest waves move all points
 * together), and of the rest only what lies within a correlation length, as speckle does: the elementwise product with Wendland's positive
 * definite function of compact support, (1 - r)^4 (4 r + 1) (Adv. Comput. Math. 4, 389 (1995); covariance tapering: Furrer, Genton
 * and Nychka, J. Comput. Graph. Stat. 15, 502 (2006)).
 */
final class ThermalCovariance {
    private static final int LEADING = 8;

    private final double[][] spread;
    private final DMatrixRMaj correlation;

    /**
     * @param q grid, 1/angstrom, rising
     * @param lengthPerAngstrom beyond which the rest is taken to be independent
     */
    ThermalCovariance(List<PatternSample> samples, double[] q, double lengthPerAngstrom) {
        spread = new double[samples.size()][q.length];
        int members = samples.stream().mapToInt(s -> s.patterns().size()).sum();
        DMatrixRMaj rows = new DMatrixRMaj(members, q.length);
        int at = 0;
        for (int j = 0; j < samples.size(); j++) {
            double[] mean = samples.get(j).mean();
            double[][] deviations = samples.get(j).deviations();
            for (double[] deviation : deviations) {
                for (int k = 0; k < q.length; k++) {
                    spread[j][k] += Math.pow(deviation[k] / mean[k], 2);
                }
            }
            for (int k = 0; k < q.length; k++) {
                spread[j][k] = Math.sqrt(spread[j][k]);
            }
            for (double[] deviation : deviations) {
                for (int k = 0; k < q.length; k++) {
                    double unit = spread[j][k] > 0 ? deviation[k] / mean[k] / spread[j][k] : 0;
                    rows.set(at, k, unit / Math.sqrt(samples.size()));
                }
                at++;
            }
        }
        correlation = correlation(rows, q, lengthPerAngstrom);
    }

    /** Adds factor x I(a) I(b) x the relative covariance at a sampled temperature. */
    void addTo(DMatrixRMaj to, int sample, double[] intensity, double factor) {
        double[] s = spread[sample];
        for (int a = 0; a < s.length; a++) {
            for (int b = 0; b < s.length; b++) {
                to.add(a, b, factor * intensity[a] * s[a] * intensity[b] * s[b] * correlation.get(a, b));
            }
        }
    }

    private static DMatrixRMaj correlation(DMatrixRMaj rows, double[] q, double lengthPerAngstrom) {
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
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real));
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
