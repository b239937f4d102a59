package org.nocturne.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaledStructureTest {
    private static final Structure PAIR = new Structure(
            Cell.periodic(4, 0, 0, 1, 5, 0, 0, 2, 6), List.of(Element.NA, Element.NA), new double[] {0, 0, 0, 1, 2, 3});

    /** Lengths grow with the factor, volumes with its cube, fractional coordinates stay. */
    @Test
    void a_structure_is_made_larger_as_a_whole() {
        Structure larger = PAIR.scaled(1.02);
        double[] before = new double[3];
        double[] after = new double[3];
        PAIR.cell().toFractional(1, 2, 3, before);
        larger.cell().toFractional(larger.x(1), larger.y(1), larger.z(1), after);

        assertThat(larger.x(1)).isCloseTo(1.02, within(1e-12));
        assertThat(larger.cell().volume() / PAIR.cell().volume()).isCloseTo(1.02 * 1.02 * 1.02, within(1e-12));
        assertThat(after).containsExactly(before, within(1e-12));
        assertThat(larger.cell().scaleOver(PAIR.cell(), 1e-9).orElseThrow()).isCloseTo(1.02, within(1e-12));
    }

    @Test
    void a_cell_of_another_shape_is_no_larger_copy() {
        assertThat(Cell.orthorhombic(4, 4, 4.01).scaleOver(Cell.cubic(4), 1e-5)).isEmpty();
        assertThat(Cell.open().scaleOver(Cell.cubic(4), 1e-5)).isEmpty();
        assertThat(Cell.orthorhombic(4, 4, 4.01).scaleOver(Cell.cubic(4), 1e-2)).isPresent();
    }

    @Test
    void a_structure_cannot_vanish() {
        assertThatThrownBy(() -> PAIR.scaled(0)).hasMessageContaining("cannot be scaled by 0.0");
    }
}
