package org.nocturne.generator.thermal;

import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Thermal displacements of quantum nuclei in effective force constants H: u = M^(-1/2) g(D) z with white noise z, D = M^(-1/2) H M^(-1/2) and
 * g(w) = sqrt(energy(w)/w), so that each mode has the width of {@link Nuclei#QUANTUM} (West and Estreicher, Phys. Rev. Lett. 96, 115504 (2006),
 * eq. 3). The centre of mass stays at rest. Safe for several threads.
 */
final class QuantumNoise {
    private final double[] rootMass;
    private final UnaryOperator<double[]> root;
    private final DoubleSupplier meanSquare;

    private QuantumNoise(double[] rootMass, UnaryOperator<double[]> root, DoubleSupplier meanSquare) {
        this.rootMass = rootMass;
        this.root = root;
        this.meanSquare = meanSquare;
    }

    /** Of a crystal, block by block. */
    static QuantumNoise of(ForceConstants constants, Kelvin temperature) {
        Crystal crystal = constants.crystal();
        double[] rootMass = rootMass(crystal.structure());
        double[][] rows = constants.rows();
        double[][] weighted = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            weighted[k] = divided(rows[k], rootMass);
            double own = rootMass[3 * crystal.representative(k / 3)];
            for (int c = 0; c < weighted[k].length; c++) {
                weighted[k][c] /= own;
            }
        }
        BlochFunction g = new BlochFunction(crystal, BlochBlocks.of(crystal, weighted), width(temperature));
        return new QuantumNoise(rootMass, z -> g.multiply(z, 1), () -> {
            double[] squares = g.squareDiagonal();
            double sum = 0;
            for (int k = 0; k < squares.length; k++) {
                double own = rootMass[3 * crystal.representative(k / 3)];
                sum += squares[k] / (own * own);
            }
            return sum / crystal.sites();
        });
    }

    /** Of a structure without symmetry. */
    static QuantumNoise of(SparseHessian hessian, Kelvin temperature) {
        double[] rootMass = rootMass(hessian.structure());
        Lanczos lanczos = new Lanczos(
                v -> divided(hessian.multiply(divided(v, rootMass)), rootMass),
                v -> Vectors.removeTranslations(v, rootMass));
        DoubleUnaryOperator width = width(temperature);
        UnaryOperator<double[]> root = z -> lanczos.apply(z, width);
        return new QuantumNoise(
                rootMass,
                root,
                () -> RandomTrace.ofSquare(rootMass.length, z -> divided(root.apply(z), rootMass))
                        / hessian.structure().size());
    }

    /** 3N displacements in angstrom. */
    double[] draw(RandomGenerator random) {
        double[] z = new double[rootMass.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = random.nextGaussian();
        }
        return divided(root.apply(z), rootMass);
    }

    /** Mean square displacement of an atom, square angstrom; an estimate where there is no symmetry. */
    double meanSquare() {
        return meanSquare.getAsDouble();
    }

    private static DoubleUnaryOperator width(Kelvin temperature) {
        return w -> Math.sqrt(Nuclei.QUANTUM.energyEv(w, temperature) / w);
    }

    private static double[] rootMass(Structure structure) {
        double[] out = new double[3 * structure.size()];
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.sqrt(structure.species(k / 3).massAmu());
        }
        return out;
    }

    private static double[] divided(double[] v, double[] by) {
        double[] out = new double[v.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = v[k] / by[k];
        }
        return out;
    }
}
