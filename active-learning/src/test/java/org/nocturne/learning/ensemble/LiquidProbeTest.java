package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;

class LiquidProbeTest {
    /** Simple cubic, so that the distance of neighbours is 3 angstrom. */
    private static final Structure LATTICE =
            new Structure(Cell.cubic(3), List.of(Element.AR), new double[3]).repeated(8, 8, 8);

    private static final LiquidProbe PROBE = new LiquidProbe(new InherentStructure(LATTICE, -7, 0));

    private static Structure moved(double by) {
        SplittableRandom random = new SplittableRandom(3);
        double[] u = new double[3 * LATTICE.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = by * random.nextGaussian();
        }
        return LATTICE.displaced(u);
    }

    @Test
    void energies_are_above_the_minimised_start() {
        assertThat(PROBE.measure(LATTICE, -5).thermalEnergyEv()).isEqualTo(2);
    }

    @Test
    void the_way_between_two_configurations_is_the_shortest_and_without_the_drift_of_the_whole() {
        double[] shift = new double[3 * LATTICE.size()];
        for (int k = 0; k < shift.length; k++) {
            shift[k] = 5 + (k / 3 % 2 == 0 ? 1 : -1) + (k == 0 ? 24 : 0); // one atom is also a cell further
        }
        double square = PROBE.squareBetween(PROBE.measure(LATTICE, 0), PROBE.measure(LATTICE.displaced(shift), 0));

        assertThat(square).isCloseTo(3, within(1e-9));
    }

    @Test
    void two_neighbour_distances_apart_is_independent() {
        assertThat(PROBE.independentSquare()).isCloseTo(36, within(1e-9));
    }

    @Test
    void in_a_small_cell_less_than_what_unrelated_atoms_are_apart() {
        Structure small = new Structure(Cell.cubic(3), List.of(Element.AR), new double[3]).repeated(4, 4, 4);

        assertThat(new LiquidProbe(new InherentStructure(small, 0, 0)).independentSquare())
                .isCloseTo(0.75 * 12 * 12 / 4, within(1e-9));
    }

    /** 6 neighbours at 3, 12 at 3 sqrt 2, 8 at 3 sqrt 3, 6 at 6, 24 at 3 sqrt 5, 24 at 3 sqrt 6, 12 at 6 sqrt 2, 30 at 9: the last are not within 9. */
    @Test
    void pairs_are_counted_to_three_neighbour_distances() {
        int counted = IntStream.of(PROBE.measure(moved(1e-9), 0).pairs()).sum();

        assertThat(counted).isBetween(92 * LATTICE.size(), 122 * LATTICE.size());
        assertThat(PROBE.measure(LATTICE, 0).pairs()[(int) (3 / 0.03 + 1e-9)]).isEqualTo(6 * LATTICE.size());
    }

    @Test
    void shells_begin_with_the_longest_waves_that_fit_in() {
        LiquidWaves.Shell first = PROBE.waves().shells().get(0);

        assertThat(first.low()).isCloseTo(2 * Math.PI / 24, within(1e-9));
        assertThat(first.high()).isCloseTo(2 * 2 * Math.PI / 24, within(1e-9));
        assertThat(first.to() - first.from()).isEqualTo(16); // 3 + 6 + 4 + 3 pairs of k and -k
        assertThat(PROBE.waves().shells()).hasSize(6);
    }

    @Test
    void moving_an_atom_by_a_cell_or_all_of_them_by_the_same_changes_no_intensity() {
        double[] whole = new double[3 * LATTICE.size()];
        java.util.Arrays.fill(whole, 0.7);
        whole[4] += 24;
        double[] before = PROBE.measure(moved(0.4), 0).diffuse();
        double[] after = PROBE.measure(moved(0.4).displaced(whole), 0).diffuse();

        for (int k = 0; k < before.length; k++) {
            assertThat(after[k]).isCloseTo(before[k], within(1e-8 * LATTICE.size()));
        }
    }

    @Test
    void another_number_of_atoms_is_another_liquid() {
        Structure fewer = new Structure(Cell.cubic(24), List.of(Element.AR), new double[3]);

        assertThatThrownBy(() -> PROBE.measure(fewer, 0))
                .hasMessageContaining("a configuration of 1 atoms cannot be measured as a liquid of 512");
    }
}
