package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private static List<double[]> chains(int count, int length, double memory, double shift, long seed) {
        Random random = new Random(seed);
        List<double[]> out = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            double[] x = new double[length];
            double state = random.nextGaussian() / Math.sqrt(1 - memory * memory);
            for (int k = 0; k < length; k++) {
                state = memory * state + random.nextGaussian();
                x[k] = state + c * shift;
            }
            out.add(x);
        }
        return out;
    }

    @Test
    void chains_of_one_distribution_agree() {
        assertThat(Chains.splitRHat(chains(4, 1000, 0.5, 0, 1))).isCloseTo(1, within(0.01));
    }

    @Test
    void a_chain_elsewhere_is_seen() {
        assertThat(Chains.splitRHat(chains(4, 1000, 0, 0.5, 2))).isGreaterThan(1.05);
    }

    /** A drift makes the halves of one chain disagree, which is why they are split. */
    @Test
    void a_drift_within_one_chain_is_seen() {
        double[] ramp = new double[1000];
        Random random = new Random(3);
        for (int k = 0; k < ramp.length; k++) {
            ramp[k] = k / 500.0 + random.nextGaussian();
        }

        assertThat(Chains.splitRHat(List.of(ramp))).isGreaterThan(1.05);
    }

    /** AR(1) with a = 0.9: n (1 - a)/(1 + a). */
    @Test
    void correlated_values_are_worth_less() {
        double worth = Chains.effectiveSamples(chains(4, 50_000, 0.9, 0, 4));

        assertThat(worth).isCloseTo(200_000 * 0.1 / 1.9, within(1200.0));
    }
}
