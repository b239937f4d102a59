package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

class SymmetryImageTest {
    private static final double[] DIAMOND = {
        0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
    };

    private static Structure diamond(int a, int b, int c) {
        double[] xyz = DIAMOND.clone();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.431;
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(a, b, c);
    }

    /** Fd-3m has 48 operations modulo translations; a cubic supercell keeps all, a tetragonal one sixteen. */
    @Test
    void a_cell_keeps_the_operations_that_its_shape_allows() {
        assertThat(SymmetryImage.of(Crystal.of(diamond(2, 2, 2)))).hasSize(48);
        assertThat(SymmetryImage.of(Crystal.of(diamond(2, 2, 3)))).hasSize(16);
    }

    @Test
    void an_image_has_the_same_distances_between_neighbours() {
        Structure crystal = diamond(2, 2, 2);
        double[] u = new Random(1).doubles(3 * crystal.size(), -0.2, 0.2).toArray();
        double[] before = distances(crystal.displaced(u));
        List<SymmetryImage> images = SymmetryImage.of(Crystal.of(crystal));

        for (SymmetryImage image : images) {
            assertThat(distances(crystal.displaced(image.of(u)))).containsExactly(before, within(1e-9));
        }
    }

    private static double[] distances(Structure structure) {
        NeighbourList list = NeighbourList.of(structure, 3.2);
        double[] out = new double[list.first(list.atoms())];
        for (int entry = 0; entry < out.length; entry++) {
            out[entry] = list.distance(entry);
        }
        java.util.Arrays.sort(out);
        return out;
    }
}
