package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Which crystals keep their shape when they expand; known from their crystal classes. */
class CubicTest {
    private static final double[] FCC = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};

    private static boolean cubic(Cell cell, double... fractional) {
        double[] xyz = new double[fractional.length];
        double[] x = new double[3];
        for (int i = 0; i < xyz.length; i += 3) {
            cell.toCartesian(fractional[i], fractional[i + 1], fractional[i + 2], x);
            System.arraycopy(x, 0, xyz, i, 3);
        }
        Structure cellOfCopies =
                new Structure(cell, java.util.Collections.nCopies(xyz.length / 3, Element.SI), xyz).repeated(2, 2, 2);
        return SpaceGroup.of(Crystal.of(cellOfCopies).primitiveCell()).isCubic();
    }

    @Test
    void cubic_crystals_are_told_in_any_cell_of_theirs() {
        assertThat(cubic(Cell.cubic(4), FCC)).isTrue();
        assertThat(cubic(Cell.cubic(4), 0, 0, 0, .5, .5, .5)).isTrue();
        assertThat(cubic(Cell.orthorhombic(4, 8, 4), 0, 0, 0, .5, .25, .5, 0, .5, 0, .5, .75, .5))
                .isTrue();
        assertThat(cubic(Cell.periodic(0, 2, 2, 2, 0, 2, 2, 2, 0), 0, 0, 0, .25, .25, .25))
                .isTrue();
    }

    @Test
    void tetragonal_hexagonal_and_lower_ones_are_not() {
        assertThat(cubic(Cell.orthorhombic(4, 4, 4.2), FCC)).isFalse();
        assertThat(cubic(Cell.orthorhombic(4, 4.1, 4.2), 0, 0, 0)).isFalse();
        double a = 3;
        Cell hexagonal = Cell.periodic(a, 0, 0, -a / 2, a * Math.sqrt(3) / 2, 0, 0, 0, a * Math.sqrt(8 / 3.0));
        assertThat(cubic(hexagonal, 0, 0, 0, 1 / 3.0, 2 / 3.0, .5)).isFalse(); // close packed with the ideal ratio
    }

    @Test
    void sites_of_a_larger_crystal_are_recognised_by_its_scale() {
        Structure silicon = new Structure(
                        Cell.periodic(0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0),
                        List.of(Element.SI, Element.SI),
                        new double[] {0, 0, 0, 1.35, 1.35, 1.35})
                .repeated(4, 4, 4);
        SiteTable sites = SiteTable.of(Crystal.of(silicon).primitiveCell(), 3.9);
        LocalEnvironments given = LocalEnvironments.of(silicon, sites);
        LocalEnvironments larger = LocalEnvironments.of(silicon.scaled(1.05), sites, 1.05);

        assertThat(larger.slots()).isEqualTo(given.slots()).isEqualTo(16);
        for (int atom = 0; atom < given.atoms(); atom++) {
            assertThat(larger.siteClass(atom)).isEqualTo(given.siteClass(atom));
            assertThat(neighbours(larger, atom)).isEqualTo(neighbours(given, atom));
        }
    }

    private static int[] neighbours(LocalEnvironments environments, int atom) {
        return IntStream.range(0, environments.slots())
                .map(slot -> environments.neighbour(atom, slot))
                .sorted()
                .toArray();
    }
}
