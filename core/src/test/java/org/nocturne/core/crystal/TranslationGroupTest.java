package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Matrix3;

class TranslationGroupTest {

    /** Conventional cells in fcc vectors have the invariant factors 1, 2, 2, in bcc vectors 1, 1, 2. */
    @Test
    void conventional_cells_have_their_known_cyclic_groups() {
        TranslationGroup fcc = TranslationGroup.of(new double[] {-5, 5, 5, 5, -5, 5, 5, 5, -5});
        TranslationGroup bcc = TranslationGroup.of(new double[] {0, 8, 8, 8, 0, 8, 8, 8, 0});

        assertThat(orders(fcc)).containsExactlyInAnyOrder(5, 10, 10);
        assertThat(orders(bcc)).containsExactlyInAnyOrder(8, 8, 16);
    }

    /** A homomorphism onto the grid whose kernel is the lattice of the cell, for many cells. */
    @Test
    void translations_add_and_the_cell_vectors_are_none() {
        Random random = new Random(4);
        int tried = 0;
        while (tried < 300) {
            double[] m = random.ints(9, -7, 8).asDoubleStream().toArray();
            long volume = Math.round(Math.abs(Matrix3.determinant(m)));
            if (volume == 0 || volume > 500) {
                continue;
            }
            tried++;
            TranslationGroup group = TranslationGroup.of(m);
            assertThat(group.order()).isEqualTo((int) volume);
            Set<Integer> met = new HashSet<>();
            for (int a = -20; a <= 20; a++) {
                for (int b = -20; b <= 20; b++) {
                    for (int c = -20; c <= 20; c++) {
                        met.add(group.index(a, b, c));
                    }
                }
            }
            assertThat(met).hasSize((int) volume);
            for (int row = 0; row < 3; row++) {
                assertThat(group.index((long) m[3 * row], (long) m[3 * row + 1], (long) m[3 * row + 2]))
                        .isZero();
            }
            for (int k = 0; k < 20; k++) {
                int[] n = random.ints(6, -50, 50).toArray();
                int here = group.index(n[0], n[1], n[2]);
                int there = group.index(n[3], n[4], n[5]);
                int together = group.index(n[0] + n[3], n[1] + n[4], n[2] + n[5]);
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(group.coordinate(together, axis))
                            .isEqualTo(
                                    (group.coordinate(here, axis) + group.coordinate(there, axis)) % group.order(axis));
                }
                assertThat(group.inverse(here)).isEqualTo(group.index(-n[0], -n[1], -n[2]));
            }
        }
    }

    @Test
    void dependent_vectors_are_refused() {
        assertThatThrownBy(() -> TranslationGroup.of(new double[] {1, 2, 3, 2, 4, 6, 0, 0, 1}))
                .hasMessageContaining("not independent");
    }

    private static Integer[] orders(TranslationGroup group) {
        return new Integer[] {group.order(0), group.order(1), group.order(2)};
    }
}
