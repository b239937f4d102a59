package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

class ScaledPairsTest {
    private static final double CUTOFF = 4.0;
    private static final int ATOMS = 64;
    private final Structure glass = glass();
    private final NeighbourList neighbours = NeighbourList.of(glass, CUTOFF);
    private final SparseHessian bare = bare();
    private final ScaledPairs pairs = new ScaledPairs(bare);

    private static Structure glass() {
        SplittableRandom random = new SplittableRandom(17);
        double[] xyz = new double[3 * ATOMS];
        for (int i = 0; i < ATOMS; i++) {
            int[] cell = {i % 4, i / 4 % 4, i / 16};
            for (int k = 0; k < 3; k++) {
                xyz[3 * i + k] = 2.6 * cell[k] + 0.5 * random.nextDouble();
            }
        }
        return new Structure(Cell.cubic(10.4), Collections.nCopies(ATOMS, Element.SI), xyz);
    }

    /** Any matrices with Phi_ij = Phi_ji^T. */
    private SparseHessian bare() {
        int[] mirror = SparseHessian.mirrors(neighbours);
        double[] blocks = new double[9 * mirror.length];
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < mirror.length; k++) {
            for (int a = 0; a < 9 && mirror[k] > k; a++) {
                double value = random.nextDouble() - 0.3;
                blocks[9 * k + a] = value;
                blocks[9 * mirror[k] + 3 * (a % 3) + a / 3] = value;
            }
        }
        return new SparseHessian(glass, CUTOFF, neighbours, blocks, 0);
    }

    /** F_i = sum_j (u_j - u_i) Phi_ij, summed over the bonds and not over the neighbour list. */
    @Test
    void theirForceIsThatOfTheBareHessian() {
        double[] u = new SplittableRandom(8).doubles(3 * ATOMS, -1, 1).toArray();
        double[] force = new double[3 * ATOMS];
        for (int bond = 0; bond < pairs.bonds().size(); bond++) {
            PairBasis.Bond b = pairs.bonds().get(bond);
            double[] phi = pairs.terms(bond).get(0).matrix();
            for (int k = 0; k < 9; k++) {
                force[3 * b.site() + k % 3] += (u[3 * b.otherSite() + k / 3] - u[3 * b.site() + k / 3]) * phi[k];
            }
        }
        double[] wanted = bare.multiply(u);
        for (int k = 0; k < force.length; k++) {
            assertThat(force[k]).isCloseTo(-wanted[k], within(1e-12));
        }
        assertThat(pairs.parameters()).isEqualTo(1);
    }

    @Test
    void everyBondIsFoundByItsVector() {
        for (int bond = 0; bond < pairs.bonds().size(); bond++) {
            PairBasis.Bond b = pairs.bonds().get(bond);
            assertThat(pairs.bondAlong(b.site(), b.dx() + 0.01, b.dy(), b.dz(), 0.05))
                    .isEqualTo(bond);
        }
    }

    @Test
    void translationsCostNothing() {
        double[] shift =
                IntStream.range(0, 3 * ATOMS).mapToDouble(k -> k % 3 + 1).toArray();
        assertThat(bare.multiply(shift)).usingComparatorWithPrecision(1e-14).containsOnly(0.0);
    }
}
