package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimumCostAssignmentTest {

    private static double cheapest(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < cost.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.min(best, cost[row][column] + cheapest(cost, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void no_permutation_is_cheaper() {
        Random random = new Random(1987);
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(7);
            double[][] cost = new double[n][n];
            for (double[] row : cost) {
                // Few distinct values, so that ties come up.
                Arrays.setAll(row, k -> random.nextBoolean() ? random.nextInt(4) : random.nextDouble() * 4);
            }

            int[] columns = MinimumCostAssignment.of(cost);

            assertThat(Arrays.stream(columns).distinct().count()).isEqualTo(n);
            double sum = 0;
            for (int row = 0; row < n; row++) {
                sum += cost[row][columns[row]];
            }
            assertThat(sum).isCloseTo(cheapest(cost, 0, new boolean[n]), within(1e-12));
        }
    }

    @Test
    void as_many_columns_as_rows_are_wanted() {
        assertThatThrownBy(() -> MinimumCostAssignment.of(new double[][] {{1, 2, 3}, {4, 5, 6}}))
                .hasMessageContaining("2 rows and a row of 3");
    }
}
