package org.nocturne.generator.thermal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.nocturne.core.crystal.Crystal;

/**
 * The square root H^(-1/2) of a crystal's force constants, block by block over its wave vectors (Born and von Karman). With n
 * sites each block D(q) = sum_t H(0, t) exp(i q.t) is Hermitian, 3n x 3n; it is diagonalised as the real symmetric matrix
 * [[Re, -Im], [Im, Re]], of which every matrix function has the same form. A structure without translations has a single real
 * block, which is the dense way.
 *
 * <p>Displacements are white noise filtered by H^(-1/2): u = sqrt(kB T) H^(-1/2) z has covariance kB T H^(-1). Rigid translations have
 * eigenvalue 0 and are left out.
 */
public final class BlochModes {
    private final Crystal crystal;
    private final int size;
    private final double[] cosine;
    private final double[] sine;
    private final double[][] rootRe;
    private final double[][] rootIm;
    private final double[] eigenvalues;

    /**
     * @throws UnstableForceConstantsException if an eigenvalue other than the three translations is not positive
     */
    public BlochModes(ForceConstants constants) {
        crystal = constants.crystal();
        size = 3 * crystal.sites();
        int order = crystal.copies();
        double[] q = crystal.waveVectors();
        cosine = new double[order * order];
        sine = new double[order * order];
        for (int k = 0; k < order; k++) {
            for (int t = 0; t < order; t++) {
                double phase = 0;
                for (int axis = 0; axis < 3; axis++) {
                    phase += q[3 * k + axis] * crystal.translation(t, axis);
                }
                cosine[k * order + t] = Math.cos(phase);
                sine[k * order + t] = Math.sin(phase);
            }
        }
        rootRe = new double[order][];
        rootIm = new double[order][];
        eigenvalues = new double[order * size];
        for (int k = 0; k < order; k++) {
            diagonalise(k, constants.rows());
        }
        Arrays.sort(eigenvalues);
        check();
    }

    /** All 3N eigenvalues in eV/angstrom^2, ascending; the first three are the translations. */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** Sum of 1/lambda over the modes that are not translations, angstrom^2/eV: kB T times this over N is the mean square displacement. */
    public double traceOfInverse() {
        double sum = 0;
        for (int k = 3; k < eigenvalues.length; k++) {
            sum += 1 / eigenvalues[k];
        }
        return sum;
    }

    /** H^(-1/2) z for a vector of 3N components, atom after atom. */
    public double[] filter(double[] z) {
        int order = crystal.copies();
        double[] bySite = gather(z);
        double[] out = new double[bySite.length];
        double[] re = new double[size];
        double[] im = new double[size];
        for (int k = 0; k < order; k++) {
            Arrays.fill(re, 0);
            Arrays.fill(im, 0);
            for (int t = 0; t < order; t++) { // plain Fourier sum: order^2 work, 10 ms at a thousand atoms
                double c = cosine[k * order + t];
                double s = sine[k * order + t];
                for (int a = 0; a < size; a++) {
                    re[a] += c * bySite[t * size + a];
                    im[a] -= s * bySite[t * size + a];
                }
            }
            double[] fr = new double[size];
            double[] fi = new double[size];
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    double r = rootRe[k][a * size + b];
                    double i = rootIm[k][a * size + b];
                    fr[a] += r * re[b] - i * im[b];
                    fi[a] += r * im[b] + i * re[b];
                }
            }
            for (int t = 0; t < order; t++) {
                double c = cosine[k * order + t] / order;
                double s = sine[k * order + t] / order;
                for (int a = 0; a < size; a++) {
                    out[t * size + a] += c * fr[a] - s * fi[a];
                }
            }
        }
        return scatter(out);
    }

    private void diagonalise(int k, double[][] rows) {
        DMatrixRMaj block = realForm(k, rows);
        int width = block.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
        if (!eigen.decompose(block)) {
            throw new IllegalStateException("eigenvalues of block " + k + " did not converge");
        }
        rootRe[k] = new double[size * size];
        rootIm[k] = new double[size * size];
        double[] w = new double[width];
        for (int m = 0; m < width; m++) {
            w[m] = eigen.getEigenvalue(m).real;
            if (w[m] <= NULL_EIGENVALUE) {
                continue; // a translation, or unstable, which check() reports
            }
            DMatrixRMaj v = eigen.getEigenVector(m);
            double root = 1 / Math.sqrt(w[m]);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    rootRe[k][a * size + b] += root * v.get(a, 0) * v.get(b, 0);
                    if (width > size) {
                        rootIm[k][a * size + b] += root * v.get(a + size, 0) * v.get(b, 0);
                    }
                }
            }
        }
        Arrays.sort(w);
        int copies = width / size; // each eigenvalue stands twice in the real form of a complex block
        for (int a = 0; a < size; a++) {
            eigenvalues[k * size + a] = w[copies * a];
        }
    }

    /** D(q) itself where it is real (q and -q equivalent), otherwise its real form of twice the size. */
    private DMatrixRMaj realForm(int k, double[][] rows) {
        int order = crystal.copies();
        double[] re = new double[size * size];
        double[] im = new double[size * size];
        double largest = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                for (int t = 0; t < order; t++) {
                    double h = rows[a][3 * crystal.atom(t, b / 3) + b % 3];
                    re[a * size + b] += h * cosine[k * order + t];
                    im[a * size + b] += h * sine[k * order + t];
                }
                largest = Math.max(largest, Math.abs(im[a * size + b]));
            }
        }
        int width = largest < 1e-10 ? size : 2 * size;
        DMatrixRMaj out = new DMatrixRMaj(width, width);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                out.set(a, b, re[a * size + b]);
                if (width > size) {
                    out.set(a + size, b + size, re[a * size + b]);
                    out.set(a + size, b, im[a * size + b]);
                    out.set(a, b + size, -im[a * size + b]);
                }
            }
        }
        return out;
    }

    /** Below this an eigenvalue counts as none: translations come out near 1e-12 eV/angstrom^2, the softest phonons above 1e-2. */
    private static final double NULL_EIGENVALUE = 1e-6;

    private void check() {
        for (int k = 0; k < eigenvalues.length; k++) {
            boolean translation = k < 3;
            if (translation ? Math.abs(eigenvalues[k]) > NULL_EIGENVALUE : eigenvalues[k] <= NULL_EIGENVALUE) {
                throw new UnstableForceConstantsException(k, eigenvalues[k]);
            }
        }
    }

    private double[] gather(double[] byAtom) {
        double[] out = new double[byAtom.length];
        for (int i = 0; i < byAtom.length / 3; i++) {
            int to = crystal.copy(i) * size + 3 * crystal.site(i);
            System.arraycopy(byAtom, 3 * i, out, to, 3);
        }
        return out;
    }

    private double[] scatter(double[] bySite) {
        double[] out = new double[bySite.length];
        for (int i = 0; i < bySite.length / 3; i++) {
            int from = crystal.copy(i) * size + 3 * crystal.site(i);
            System.arraycopy(bySite, from, out, 3 * i, 3);
        }
        return out;
    }
}
