package org.nocturne.learning.train;

import java.util.List;
import org.nocturne.core.crystal.PairBasis;
import org.nocturne.core.structure.Kelvin;

/**
 * Pair force constants of a crystal as a polynomial of temperature, Phi_ij(T) = sum_d (T/1000 K)^d sum_p theta_dp B_p(ij), with
 * the symmetry of the crystal built into the basis B.
 *
 * @param theta degree + 1 rows of {@code orbits.parameters()} coefficients in eV/angstrom^2
 */
public record EffectiveForceConstants(PairBasis orbits, double[][] theta) {

    /** T enters as T divided by this. */
    public static final double KELVIN_PER_UNIT = 1000;

    public int degree() {
        return theta.length - 1;
    }

    /** The matrix of one power of T for a bond, nine numbers. */
    public double[] matrix(int power, int bond) {
        double[] out = new double[9];
        for (PairBasis.Term term : orbits.terms(bond)) {
            for (int k = 0; k < 9; k++) {
                out[k] += theta[power][term.parameter()] * term.matrix()[k];
            }
        }
        return out;
    }

    /** Phi of a bond at a temperature. */
    public double[] matrix(Kelvin temperature, int bond) {
        double[] out = new double[9];
        double t = 1;
        for (int power = 0; power < theta.length; power++) {
            double[] part = matrix(power, bond);
            for (int k = 0; k < 9; k++) {
                out[k] += t * part[k];
            }
            t *= temperature.value() / KELVIN_PER_UNIT;
        }
        return out;
    }

    /** Forces F_i = sum_j (u_j - u_i) Phi_ij on all atoms of a layout. */
    public double[] forces(BondLayout layout, Kelvin temperature, double[] u) {
        List<double[]> matrices = java.util.stream.IntStream.range(
                        0, orbits.bonds().size())
                .mapToObj(b -> matrix(temperature, b))
                .toList();
        double[] out = new double[u.length];
        for (int i = 0; i < layout.atoms(); i++) {
            for (int slot = 0; slot < layout.slots(i); slot++) {
                double[] phi = matrices.get(layout.bond(i, slot));
                int j = layout.neighbour(i, slot);
                for (int a = 0; a < 3; a++) {
                    double d = u[3 * j + a] - u[3 * i + a];
                    for (int b = 0; b < 3; b++) {
                        out[3 * i + b] += d * phi[3 * a + b];
                    }
                }
            }
        }
        return out;
    }
}
