package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Every pair once, with the vector of its nearest image, whichever way it is found. */
class PairWalkTest {
    private static final Cell SKEWED = Cell.periodic(24, 0, 0, 6, 22, 0, -4, 8, 26);

    @Test
    void linked_cells_find_the_pairs_that_are_found_by_looking_at_all() {
        Structure gas = Crystals.gas(SKEWED, 700, 5, List.of(Element.SI));
        double rMax = 7;
        assertThat(LinkedCellWalk.fits(SKEWED, rMax)).isTrue();

        Map<Long, double[]> linked = pairs(LinkedCellWalk.of(gas, rMax), gas.size());
        Map<Long, double[]> all = pairs(NearestImageWalk.of(gas, rMax), gas.size());

        assertThat(linked).hasSizeGreaterThan(10_000).hasSameSizeAs(all);
        all.forEach((pair, vector) -> assertThat(linked.get(pair)).containsExactly(vector, within(1e-11)));
    }

    @Test
    void atoms_outside_of_the_cell_are_the_same_atoms() {
        Structure gas = Crystals.gas(SKEWED, 300, 6, List.of(Element.SI));
        double[] moved = gas.xyzAngstrom();
        for (int i = 0; i < gas.size(); i += 3) {
            moved[3 * i] += 24 - 6;
            moved[3 * i + 1] -= 22;
        }

        Map<Long, double[]> found = pairs(LinkedCellWalk.of(gas.withPositions(moved), 6), gas.size());

        assertThat(found.keySet())
                .isEqualTo(pairs(LinkedCellWalk.of(gas, 6), gas.size()).keySet());
    }

    @Test
    void a_cell_of_less_than_five_halves_of_the_range_is_not_cut() {
        assertThat(LinkedCellWalk.fits(Cell.cubic(10), 4)).isTrue();
        assertThat(LinkedCellWalk.fits(Cell.cubic(10), 4.01)).isFalse();
    }

    @Test
    void a_cluster_has_each_of_its_pairs_once_also_with_atoms_in_one_plane() {
        Structure gas = Crystals.gas(SKEWED, 900, 7, List.of(Element.SI));
        double[] flat = gas.xyzAngstrom();
        for (int i = 0; i < gas.size(); i++) {
            flat[3 * i + 2] = 1;
        }
        Structure plane = gas.withPositions(flat);

        assertThat(pairs(PairWalk.cluster(plane), 900)).hasSize(900 * 899 / 2);
        pairs(PairWalk.cluster(gas), 900).forEach((pair, d) -> {
            int i = (int) (pair / 900);
            int j = (int) (pair % 900);
            assertThat(d)
                    .containsExactly(
                            new double[] {gas.x(i) - gas.x(j), gas.y(i) - gas.y(j), gas.z(i) - gas.z(j)},
                            within(1e-12));
        });
    }

    @Test
    void chunks_together_take_every_pair() {
        Structure gas = Crystals.gas(Cell.cubic(60), 4000, 8, List.of(Element.SI));
        PairWalk walk = PairWalk.cluster(gas);
        class Counter implements PairRows {
            long pairs;

            @Override
            public void row(int i, PairRow row) {
                pairs += row.count;
            }
        }

        List<Counter> chunks = walk.walk(Counter::new);

        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks.stream().mapToLong(c -> c.pairs).sum()).isEqualTo(4000L * 3999 / 2);
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void an_envelope_has_the_slopes_of_its_values(Window window) {
        Envelope envelope = new Envelope(window, 10, 0.2);
        double h = 1e-3;
        for (double r : new double[] {0.004, 0.03, 0.0635, 0.5, 3, 7, 9.9}) {
            double[] before = new double[4];
            double[] at = new double[4];
            double[] after = new double[4];
            envelope.taylor(r - h, before);
            envelope.taylor(r, at);
            envelope.taylor(r + h, after);
            assertThat(at[0]).isCloseTo(envelope.at(r), within(1e-14));
            assertThat(at[1]).isCloseTo(envelope.slope(r), within(1e-12));
            for (int order = 1; order < 4; order++) {
                assertThat(at[order]).isCloseTo((after[order - 1] - before[order - 1]) / (2 * h), within(3e-7));
            }
        }
    }

    /** Vector from j to i by 'i n + j' with i < j. */
    private static Map<Long, double[]> pairs(PairWalk walk, int n) {
        Map<Long, double[]> found = new HashMap<>();
        walk.forEach((i, j, dx, dy, dz, r) -> {
            double sign = i < j ? 1 : -1;
            double[] before = found.put(
                    (long) Math.min(i, j) * n + Math.max(i, j), new double[] {sign * dx, sign * dy, sign * dz});
            assertThat(before).as("pair %d %d for the second time", i, j).isNull();
            assertThat(r).isCloseTo(Math.sqrt(dx * dx + dy * dy + dz * dz), within(1e-12));
        });
        return found;
    }
}
