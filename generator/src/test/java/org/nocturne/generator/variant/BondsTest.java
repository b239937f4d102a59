package org.nocturne.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class BondsTest {

    /** Four atoms on a closed ring of 12 angstrom. */
    private static Structure ring(double... x) {
        double[] xyz = new double[3 * x.length];
        for (int i = 0; i < x.length; i++) {
            xyz[3 * i] = x[i];
        }
        return new Structure(Cell.orthorhombic(12, 20, 20), Collections.nCopies(x.length, Element.SI), xyz);
    }

    /** Bonds 1-2, 2-3, 3-4 become 1-2, 2-3, 4-1: one of three is new. */
    @Test
    void an_atom_that_changes_sides_takes_one_bond_with_it() {
        Bonds before = Bonds.of(ring(0, 2, 4, 6), 2.5);
        Bonds after = Bonds.of(ring(0, 2, 4, 10), 2.5);

        assertThat(after.shareNotIn(before)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(before.shareNotIn(before)).isZero();
    }

    @Test
    void without_bonds_none_is_new() {
        assertThat(Bonds.of(ring(0, 5), 2.5).shareNotIn(Bonds.of(ring(0, 2), 2.5)))
                .isZero();
    }

    /** Atom 4 of the first copy is bonded to atom 1 of the second as it is to atom 1 of its own in the one that was tiled. */
    @Test
    void copies_are_alike_until_one_of_them_changes() {
        Structure one = ring(0, 2, 4, 10.5);
        Structure two = one.repeated(2, 1, 1);

        List<Bonds> alike = Bonds.ofCopies(two, 4, 2.5);

        assertThat(Bonds.shareBetween(alike)).isZero();
        assertThat(alike.get(0).shareNotIn(Bonds.of(one, 2.5))).isZero();
        assertThat(Bonds.shareBetween(alike.subList(0, 1))).isZero();

        double[] moved = two.xyzAngstrom();
        moved[3 * 6] = 12 + 4.6; // atom 3 of the second copy leaves atom 2
        List<Bonds> apart = Bonds.ofCopies(two.withPositions(moved), 4, 2.5);
        // six ends of bonds in the first copy, two of them not in the second; all four of the second in the first
        assertThat(Bonds.shareBetween(apart)).isCloseTo((2 / 6.0 + 0) / 2, within(1e-12));
    }

    @Test
    void what_is_no_whole_number_of_copies_is_refused() {
        assertThatThrownBy(() -> Bonds.ofCopies(ring(0, 2, 4), 2, 2.5))
                .hasMessage("3 atoms are no whole number of copies of 2 atoms");
    }
}
