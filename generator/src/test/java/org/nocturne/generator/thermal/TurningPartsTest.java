package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

class TurningPartsTest {
    private final Structure crystal = Springs.diamond(2);
    private final NeighbourList neighbours = NeighbourList.of(crystal, 3.9);

    /** Random blocks with Phi_ij = Phi_ji^T. */
    private double[] blocks() {
        int[] mirror = SparseHessian.mirrors(neighbours);
        double[] out = new double[9 * mirror.length];
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < mirror.length; k++) {
            for (int a = 0; a < 9 && mirror[k] > k; a++) {
                double value = random.nextDouble() - 0.3;
                out[9 * k + a] = value;
                out[9 * mirror[k] + 3 * (a % 3) + a / 3] = value;
            }
        }
        return out;
    }

    private double asymmetry(double[] blocks) {
        SparseHessian hessian = new SparseHessian(crystal, 3.9, neighbours, blocks, 0);
        SplittableRandom random = new SplittableRandom(8);
        double[] a = random.doubles(3L * crystal.size(), -1, 1).toArray();
        double[] b = random.doubles(3L * crystal.size(), -1, 1).toArray();
        return Vectors.dot(a, hessian.multiply(b)) - Vectors.dot(b, hessian.multiply(a));
    }

    @Test
    void balancedBlocksMakeASymmetricHessian() {
        double[] blocks = blocks();
        assertThat(Math.abs(asymmetry(blocks))).isGreaterThan(0.1);
        TurningParts.balance(blocks, neighbours);
        assertThat(asymmetry(blocks)).isCloseTo(0, within(1e-9));
    }

    @Test
    void whatIsBalancedAlreadyAndWhatIsSymmetricStays() {
        double[] blocks = blocks();
        double[] before = blocks.clone();
        TurningParts.balance(blocks, neighbours);
        for (int k = 0; k < blocks.length / 9; k++) {
            for (int a = 0; a < 9; a++) {
                int there = 9 * k + a;
                int mirrored = 9 * k + 3 * (a % 3) + a / 3;
                assertThat(blocks[there] + blocks[mirrored]).isCloseTo(before[there] + before[mirrored], within(1e-12));
            }
        }
        double[] again = blocks.clone();
        TurningParts.balance(again, neighbours);
        assertThat(IntStream.range(0, again.length)
                        .mapToDouble(k -> Math.abs(again[k] - blocks[k]))
                        .max()
                        .orElseThrow())
                .isLessThan(1e-9);
    }
}
