package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.nocturne.core.structure.Structure;

/**
 * Gradient of sum over half of the G of w(|G|) S(G): d|F|^2/dr_i = -2 f_i G Im[F* exp(i G.r_i)], summed row by row with the tables of
 * the sweep. For one structure, in one thread.
 */
final class KPointGradient {
    private final SpeciesPairs species;
    private final ScatteringAmplitude amplitude;
    private final ReciprocalSweep sweep;
    private final double[] reciprocal;
    private final double[] gradient;
    /** Coefficients w f_a F* of the row at +l and -l, as sum and difference: [species][l]. */
    private final double[][] sumRe;

    private final double[][] sumIm;
    private final double[][] differenceRe;
    private final double[][] differenceIm;

    KPointGradient(Structure structure, ScatteringAmplitude amplitude, double gLimit) {
        this.amplitude = amplitude;
        species = new SpeciesPairs(structure);
        sweep = new ReciprocalSweep(structure, species, gLimit);
        reciprocal = structure.cell().reciprocalRows();
        gradient = new double[3 * structure.size()];
        sumRe = new double[species.kinds()][sweep.lLimit + 1];
        sumIm = new double[species.kinds()][sweep.lLimit + 1];
        differenceRe = new double[species.kinds()][sweep.lLimit + 1];
        differenceIm = new double[species.kinds()][sweep.lLimit + 1];
    }

    double[] gradient(DoubleUnaryOperator weight) {
        sweep.forEachRow((h, k) -> {
            prepare(weight);
            int n = 0;
            for (int a = 0; a < species.kinds(); a++) {
                for (int end = n + species.count(a); n < end; n++) {
                    addAtom(h, k, n, a);
                }
            }
        });
        return gradient;
    }

    private void prepare(DoubleUnaryOperator weight) {
        double[] plus = new double[2 * species.kinds()];
        double[] minus = new double[2 * species.kinds()];
        for (int l = 0; l <= sweep.lMax(); l++) {
            coefficients(l, weight, plus);
            if (l > 0) {
                coefficients(-l, weight, minus);
            }
            for (int a = 0; a < species.kinds(); a++) {
                sumRe[a][l] = plus[2 * a] + minus[2 * a];
                sumIm[a][l] = plus[2 * a + 1] + minus[2 * a + 1];
                differenceRe[a][l] = plus[2 * a] - minus[2 * a];
                differenceIm[a][l] = plus[2 * a + 1] - minus[2 * a + 1];
            }
        }
    }

    private void coefficients(int l, DoubleUnaryOperator weight, double[] out) {
        double g = sweep.length(l);
        if (g < 0) {
            Arrays.fill(out, 0);
            return;
        }
        double[] f = PairWeights.amplitudes(species, amplitude, g);
        double re = 0;
        double im = 0;
        double squares = 0;
        for (int a = 0; a < f.length; a++) {
            re += f[a] * sweep.re[a][sweep.lLimit + l];
            im += f[a] * sweep.im[a][sweep.lLimit + l];
            squares += species.count(a) * f[a] * f[a];
        }
        double w = weight.applyAsDouble(g) / squares;
        for (int a = 0; a < f.length; a++) {
            out[2 * a] = w * f[a] * re;
            out[2 * a + 1] = -w * f[a] * im;
        }
    }

    /** With e_l = cos + i sin: sum over +-l of c_l e_l = sum_l (sum cos + i difference sin), and the same with l for the third index. */
    private void addAtom(int h, int k, int n, int a) {
        double ur = 0;
        double ui = 0;
        double vr = 0;
        double vi = 0;
        int at = n * (sweep.lLimit + 1);
        for (int l = 0; l <= sweep.lMax(); l++) {
            double c = sweep.lCos[at + l];
            double s = sweep.lSin[at + l];
            ur += sumRe[a][l] * c - differenceIm[a][l] * s;
            ui += sumIm[a][l] * c + differenceRe[a][l] * s;
            vr += l * (differenceRe[a][l] * c - sumIm[a][l] * s);
            vi += l * (differenceIm[a][l] * c + sumRe[a][l] * s);
        }
        double uIm = sweep.rowCos[n] * ui + sweep.rowSin[n] * ur;
        double vIm = sweep.rowCos[n] * vi + sweep.rowSin[n] * vr;
        int i = sweep.order[n];
        for (int axis = 0; axis < 3; axis++) {
            gradient[3 * i + axis] -=
                    2 * (uIm * (h * reciprocal[axis] + k * reciprocal[3 + axis]) + vIm * reciprocal[6 + axis]);
        }
    }
}
