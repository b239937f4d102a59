package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class WaveShellsTest {
    private static final double A = 3;
    private static final int CELLS = 6;
    private static final Structure LATTICE = new Structure(
                    Cell.cubic(A), Collections.nCopies(1, Element.NA), new double[3])
            .repeated(CELLS, CELLS, CELLS);
    private final WaveShells waves = WaveShells.of(LATTICE);

    /** Simple cubic, L = 6 a: shells 100, 110, 111, 200, ... up to the zone's sphere, |k| = pi/a = 3 x 2 pi/L. */
    @Test
    void shells_are_those_of_the_cubic_lattice_inside_the_zone() {
        double unit = 2 * Math.PI / (CELLS * A);
        List<WaveShells.Branch> along =
                waves.branches().stream().filter(WaveShells.Branch::along).toList();

        assertThat(along.stream().map(b -> Math.round(Math.pow(b.q() / unit, 2))))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L, 9L);
        assertThat(along.stream().map(WaveShells.Branch::vectors)).containsExactly(3, 6, 4, 3, 12, 12, 6, 15);
        assertThat(waves.shortest()).isCloseTo(unit, within(1e-12));
    }

    /** u_i = e cos(k.X_i) has |u(k)|^2 = N/4 at k and at -k. */
    @Test
    void one_standing_wave_has_power_in_its_own_branch_alone() {
        int n = LATTICE.size();
        double[] u = new double[3 * n];
        for (int i = 0; i < n; i++) {
            u[3 * i + 1] = Math.cos(2 * Math.PI / (CELLS * A) * LATTICE.x(i)); // across k = (1,0,0)
        }

        double[] powers = waves.powers(u);

        assertThat(powers[1]).isCloseTo(n / 4.0 / (2 * 3), within(1e-9)); // two directions, three vectors
        powers[1] = 0;
        assertThat(powers).containsOnly(new double[powers.length], within(1e-9));
    }
}
