package org.nocturne.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaddedNeighboursTest {

    /** Three atoms in a row, 2 angstrom apart: the middle one has two neighbours, the others one. */
    @Test
    void every_neighbour_has_a_place_and_what_is_left_is_empty() {
        Structure row = new Structure(
                Cell.cubic(20), List.of(Element.SI, Element.SI, Element.SI), new double[] {5, 5, 5, 7, 5, 5, 9, 5, 5});

        PaddedNeighbours near = PaddedNeighbours.of(row, 3);

        assertThat(near.atoms()).isEqualTo(3);
        assertThat(near.slots()).isEqualTo(2);
        assertThat(near.neighbour()).containsExactly(1, 0, 0, 2, 1, 2);
        assertThat(near.mask()).containsExactly(1, 0, 1, 1, 1, 0);
        assertThat(near.vector())
                .containsExactly(new float[] {2, 0, 0, 0, 0, 0, -2, 0, 0, 2, 0, 0, -2, 0, 0, 0, 0, 0}, within(1e-6f));
    }

    /** Simple cubic of one atom: six images of itself. */
    @Test
    void images_of_an_atom_are_neighbours_too() {
        Structure one = new Structure(Cell.cubic(2), List.of(Element.SI), new double[3]);

        PaddedNeighbours near = PaddedNeighbours.of(one, 2.5);

        assertThat(near.slots()).isEqualTo(6);
        assertThat(near.mask()).containsOnly(1);
        assertThat(near.neighbour()).containsOnly(0);
    }

    @Test
    void a_lonely_atom_has_one_empty_place() {
        Structure one = new Structure(Cell.cubic(9), List.of(Element.SI), new double[3]);

        assertThat(PaddedNeighbours.of(one, 3).mask()).containsExactly(0);
    }
}
