package org.nocturne.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoordinationTest {

    @Test
    void every_atom_of_a_simple_cubic_crystal_has_six_neighbours() {
        Structure crystal = new Structure(Cell.cubic(3), List.of(Element.CU), new double[3]).repeated(4, 4, 4);

        Coordination found = Coordination.of(crystal, 3.5);

        assertThat(found.mean()).isEqualTo(6);
        assertThat(found.share(6)).isEqualTo(1);
        assertThat(found.share(5)).isZero();
    }

    /** A vacancy takes one neighbour from each of the six atoms around it: 57 with six, 6 with five of the 63 left. */
    @Test
    void atoms_around_a_vacancy_miss_one() {
        Structure crystal = new Structure(Cell.cubic(3), List.of(Element.CU), new double[3]).repeated(4, 4, 4);
        double[] without = java.util.Arrays.copyOfRange(crystal.xyzAngstrom(), 3, 192);

        Coordination found =
                Coordination.of(new Structure(crystal.cell(), Collections.nCopies(63, Element.CU), without), 3.5);

        assertThat(found.share(5)).isCloseTo(6.0 / 63, within(1e-15));
        assertThat(found.share(6)).isCloseTo(57.0 / 63, within(1e-15));
        assertThat(found.mean()).isCloseTo(6 - 6.0 / 63, within(1e-12));
    }
}
