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
    private final Structure glass = glass();
    private final NeighbourList neighbours = NeighbourList.of(glass, CUTOFF);
    private final SparseHessian bare = bare();
    private final ScaledPairs pairs = new ScaledPairs(bare);

    private static Structure glass() {
        SplittableRandom random = new SplittableRandom(17);
        double[] xyz = new double[3 * 64];
        for (int i = 0; i < 64; i++) {
            int[] cell = {i % 4, i / 4 % 4, i / 16};
            for (int k = 0; k < 3; k++) {
                xyz[3 * i + k] = 2.6 * cell[k] + 0.5 * random.nextDouble();
            }
        }
        return new Structure(Cell.cubic(10.4), Collections.nCopies(64, Element.SI), xyz);
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

    private double[] sum(int bond) {
        double[] out = new double[9];
        for (PairBasis.Term term : pairs.terms(bond)) {
            for (int k = 0; k < 9; k++) {
                out[k] += term.matrix()[k];
            }
        }
        return out;
    }

    @Test
    void coefficientsOfOneGiveTheBareMatrices() {
        for (int bond = 0; bond < pairs.bonds().size(); bond++) {
            for (int k = 0; k < 9; k++) {
                assertThat(sum(bond)[k]).isCloseTo(bare.blocks()[9 * bond + k], within(1e-14));
            }
        }
    }

    @Test
    void oneSpeciesHasFourCoefficientsAndOneForAllThatTurns() {
        assertThat(pairs.parameters()).isEqualTo(5);
        for (int bond = 0; bond < pairs.bonds().size(); bond++) {
            PairBasis.Bond b = pairs.bonds().get(bond);
            double[] along = pairs.terms(bond).get(1).matrix();
            double[] rest = pairs.terms(bond).get(2).matrix();
            double[] r = {b.dx(), b.dy(), b.dz()};
            double stretch = IntStream.range(0, 9)
                    .mapToDouble(k -> r[k / 3] * rest[k] * r[k % 3])
                    .sum();
            assertThat(stretch).isCloseTo(0, within(1e-12));
            double trace = along[0] + along[4] + along[8];
            double full = IntStream.range(0, 9)
                    .mapToDouble(k -> r[k / 3] * along[k] * r[k % 3])
                    .sum();
            assertThat(full).isCloseTo(trace * b.length() * b.length(), within(1e-10));
        }
    }

    @Test
    void reversedPairsHaveTransposedPartsAndTheSameCoefficients() {
        int[] mirror = SparseHessian.mirrors(neighbours);
        for (int bond = 0; bond < mirror.length; bond++) {
            for (int part = 0; part < 3; part++) {
                PairBasis.Term there = pairs.terms(bond).get(part);
                PairBasis.Term back = pairs.terms(mirror[bond]).get(part);
                assertThat(back.parameter()).isEqualTo(there.parameter());
                for (int k = 0; k < 9; k++) {
                    assertThat(back.matrix()[3 * (k % 3) + k / 3]).isCloseTo(there.matrix()[k], within(1e-14));
                }
            }
        }
    }

    @Test
    void translationsCostNothing() {
        double[] shift = IntStream.range(0, 3 * 64).mapToDouble(k -> k % 3 + 1).toArray();
        assertThat(bare.multiply(shift)).usingComparatorWithPrecision(1e-14).containsOnly(0.0);
    }
}
