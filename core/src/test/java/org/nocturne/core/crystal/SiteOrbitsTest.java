package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class SiteOrbitsTest {
    private static Structure faceCentred(Element second) {
        double h = 2.7;
        return new Structure(
                Cell.of(new double[] {0, h, h, h, 0, h, h, h, 0}, true, true, true),
                List.of(Element.SI, second),
                new double[] {0, 0, 0, h / 2, h / 2, h / 2});
    }

    @Test
    void the_two_atoms_of_diamond_are_one_kind_of_place() {
        assertThat(SiteOrbits.of(faceCentred(Element.SI))).containsExactly(0, 0);
    }

    @Test
    void those_of_zincblende_are_two() {
        assertThat(SiteOrbits.of(faceCentred(Element.C))).containsExactly(0, 1);
    }

    /** Fluorite: the two anions are equivalent, the cation is not. */
    @Test
    void fluorite_has_two_kinds_of_places_among_three() {
        double h = 2.7;
        Structure fluorite = new Structure(
                Cell.of(new double[] {0, h, h, h, 0, h, h, h, 0}, true, true, true),
                List.of(Element.SI, Element.O, Element.O),
                new double[] {0, 0, 0, h / 2, h / 2, h / 2, -h / 2, -h / 2, -h / 2});

        assertThat(SiteOrbits.of(fluorite)).containsExactly(0, 1, 1);
    }
}
