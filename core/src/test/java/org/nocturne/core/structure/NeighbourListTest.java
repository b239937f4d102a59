package org.nocturne.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighbourListTest {

    /** Coordination numbers of face-centred cubic shells: 12, 6, 24, 12 (any textbook). */
    @Test
    void face_centred_cubic_has_its_textbook_shells() {
        double[] xyz = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
        Structure cell = new Structure(Cell.cubic(1), Collections.nCopies(4, Element.CU), xyz);

        assertThat(NeighbourList.of(cell, 0.72).count(0)).isEqualTo(12);
        assertThat(NeighbourList.of(cell, 1.01).count(0)).isEqualTo(18);
        assertThat(NeighbourList.of(cell, 1.23).count(0)).isEqualTo(42);
        assertThat(NeighbourList.of(cell.repeated(4, 4, 4), 1.42).count(100)).isEqualTo(54);
    }

    @Property(tries = 60)
    void linked_cells_find_the_pairs_of_a_plain_sum_over_images(
            @ForAll @IntRange(min = 1, max = 40) int atoms,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double tilt,
            @ForAll @DoubleRange(min = 0.6, max = 6.0) double cutoff) {
        var random = new java.util.Random(seed);
        Cell cell = Cell.periodic(7, 0, 0, 7 * tilt, 5, 0, 2 * tilt, -3 * tilt, 9);
        double[] xyz = random.doubles(3L * atoms, -20, 20).toArray();
        Structure structure = new Structure(cell, Collections.nCopies(atoms, Element.AR), xyz);

        NeighbourList list = NeighbourList.of(structure, cutoff);

        int surely = 0;
        int atTheCutOff = 0;
        double sum = 0;
        double[] shift = new double[3];
        double[] s = new double[3];
        for (int i = 0; i < atoms; i++) {
            for (int j = 0; j < atoms; j++) {
                double[] d = {
                    structure.x(j) - structure.x(i), structure.y(j) - structure.y(i), structure.z(j) - structure.z(i)
                };
                cell.toFractional(d[0], d[1], d[2], s);
                cell.toCartesian(s[0] - Math.rint(s[0]), s[1] - Math.rint(s[1]), s[2] - Math.rint(s[2]), d);
                for (int image = 0; image < 343; image++) {
                    cell.toCartesian(image / 49 - 3, image / 7 % 7 - 3, image % 7 - 3, shift);
                    double r = Math.hypot(Math.hypot(d[0] + shift[0], d[1] + shift[1]), d[2] + shift[2]);
                    if (Math.abs(r - cutoff) < 1e-12) {
                        atTheCutOff++; // listed or not, as rounding will have it
                    } else if (r < cutoff && r > 1e-9) {
                        surely++;
                        sum += r;
                    }
                }
            }
        }
        double found = 0;
        for (int k = 0; k < list.first(atoms); k++) {
            found += list.distance(k);
        }
        int listedThere = list.first(atoms) - surely;
        assertThat(listedThere).isBetween(0, atTheCutOff);
        assertThat(found).isCloseTo(sum + listedThere * cutoff, within(1e-6 * (1 + sum)));
    }

    /** The six second neighbours of this lattice lie at the cut-off, where rounding decides; it must decide alike from both ends. */
    @Property(tries = 100)
    void a_pair_at_the_cut_off_is_seen_from_both_of_its_atoms_or_from_neither(
            @ForAll @DoubleRange(min = 2, max = 6) double edge, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        var random = new java.util.Random(seed);
        double[] origin = random.doubles(3, -20, 20).toArray();
        double[] xyz = new double[12];
        double[] face = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0};
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] = edge * face[k] + origin[k % 3];
        }
        Structure crystal = new Structure(Cell.cubic(edge), Collections.nCopies(4, Element.CU), xyz);

        NeighbourList list = NeighbourList.of(crystal, edge);

        for (int i = 0; i < list.atoms(); i++) {
            for (int entry = list.first(i); entry < list.first(i + 1); entry++) {
                assertThat(isListed(list, list.neighbour(entry), i, entry)).isTrue();
            }
        }
    }

    /** Whether {@code from} has the neighbour {@code to} at minus the vector of this entry, bit for bit. */
    private static boolean isListed(NeighbourList list, int from, int to, int entry) {
        return IntStream.range(list.first(from), list.first(from + 1))
                .anyMatch(other -> list.neighbour(other) == to
                        && list.dx(other) == -list.dx(entry)
                        && list.dy(other) == -list.dy(entry)
                        && list.dz(other) == -list.dz(entry));
    }

    @Test
    void a_cluster_without_a_cell_has_no_images() {
        Structure pair =
                new Structure(Cell.open(), Collections.nCopies(2, Element.H), new double[] {0, 0, 0, 0.74, 0, 0});

        NeighbourList list = NeighbourList.of(pair, 100);

        assertThat(list.count(0)).isEqualTo(1);
        assertThat(list.dx(list.first(1))).isEqualTo(-0.74);
    }
}
