package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class UnwrappedDisplacementTest {
    private static final Structure PAIR =
            new Structure(Cell.cubic(4), Collections.nCopies(2, Element.SI), new double[] {0, 0, 0, 2, 2, 2});

    @Test
    void farWaysCountInFullAndADriftDoesNot() {
        Structure gone =
                PAIR.withPositions(new double[] {11, 1, 1, -7, 3, 3}); // apart by 10 each, and both by (1, 1, 1)
        assertThat(Displacements.meanSquareUnwrapped(PAIR, gone)).isCloseTo(100, within(1e-12));
    }

    @Test
    void pairsReachHalfTheSmallestHeight() {
        assertThat(PAIR.repeated(2, 1, 3).cell().halfSmallestHeight()).isCloseTo(2, within(1e-12));
        assertThat(Sites.nearestAngstrom(PAIR)).isCloseTo(Math.sqrt(12), within(1e-9));
    }
}
