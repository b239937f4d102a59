package org.nocturne.generator.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest {

    /** Rosenbrock (Comput. J. 3, 175, 1960) in its chained form of three variables: the minimum is 0 at (1, 1, 1). */
    private static double rosenbrock(double[] x, double[] g) {
        double value = 0;
        java.util.Arrays.fill(g, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            value += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
            g[i] += -400 * valley * x[i] - 2 * (1 - x[i]);
            g[i + 1] += 200 * valley;
        }
        return value;
    }

    @Test
    void it_walks_down_rosenbrocks_valley() {
        Lbfgs.End end = new Lbfgs(10, 0.5, 1e-8, 2000).minimise(LbfgsTest::rosenbrock, new double[] {-1.2, 1, 0.5});

        assertThat(end.reason()).isEqualTo(Lbfgs.Reason.SMALL_GRADIENT);
        assertThat(end.x()).containsExactly(new double[] {1, 1, 1}, within(1e-7));
    }

    @Test
    void no_atom_goes_further_in_a_step_than_the_cap() {
        List<double[]> asked = new ArrayList<>();
        Lbfgs.Function steep = (x, g) -> {
            asked.add(x.clone());
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                g[i] = 1e4 * (i + 1) * (x[i] - 2);
                value += 5e3 * (i + 1) * (x[i] - 2) * (x[i] - 2);
            }
            return value;
        };

        Lbfgs.End end = new Lbfgs(10, 0.1, 1e-3, 2000).minimise(steep, new double[6]);

        assertThat(end.x()).containsExactly(new double[] {2, 2, 2, 2, 2, 2}, within(1e-6));
        for (int k = 1; k < asked.size(); k++) {
            for (int atom = 0; atom < 6; atom += 3) {
                double way = Math.hypot(
                        Math.hypot(
                                asked.get(k)[atom] - asked.get(k - 1)[atom],
                                asked.get(k)[atom + 1] - asked.get(k - 1)[atom + 1]),
                        asked.get(k)[atom + 2] - asked.get(k - 1)[atom + 2]);
                assertThat(way).isLessThanOrEqualTo(0.1 + 1e-12);
            }
        }
    }

    @Test
    void forces_that_are_no_gradient_end_it_and_do_not_hang_it() {
        Lbfgs.End end = new Lbfgs(10, 0.1, 1e-6, 500)
                .minimise(
                        (x, g) -> {
                            java.util.Arrays.fill(g, -1);
                            return -x[0] - x[1] + 100 * Math.abs(x[2] - x[0]);
                        },
                        new double[3]);

        assertThat(end.reason()).isNotEqualTo(Lbfgs.Reason.SMALL_GRADIENT);
        assertThat(end.evaluations()).isLessThanOrEqualTo(500);
    }
}
