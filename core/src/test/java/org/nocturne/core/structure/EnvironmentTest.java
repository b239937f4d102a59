package org.nocturne.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Structure COPPER = new Structure(
                    Cell.cubic(1),
                    Collections.nCopies(4, Element.CU),
                    new double[] {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0})
            .repeated(3, 3, 3);

    /** Shells of a face-centred cubic crystal: 12 and 6 (any textbook). */
    @Test
    void it_holds_the_shells_of_its_atom_with_the_nearest_first() {
        Environment environment = Environment.around(COPPER, 57, 1.01, 0.75);

        assertThat(environment.cluster().size()).isEqualTo(1 + 12 + 6);
        assertThat(environment.inner()).isEqualTo(1 + 12);
        assertThat(environment.cluster().cell()).isEqualTo(Cell.open());
        assertThat(List.of(distance(environment, 0), distance(environment, 12), distance(environment, 13)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, Math.sqrt(0.5), 1.0);
    }

    @Test
    void with_an_inner_radius_of_nothing_only_the_atom_itself_counts() {
        assertThat(Environment.around(COPPER, 0, 1.01, 0).inner()).isEqualTo(1);
    }

    private static double distance(Environment environment, int atom) {
        Structure c = environment.cluster();
        return Math.sqrt(c.x(atom) * c.x(atom) + c.y(atom) * c.y(atom) + c.z(atom) * c.z(atom));
    }

    @Property(tries = 40)
    void each_atom_keeps_its_element_and_its_way_from_the_middle(
            @ForAll @IntRange(min = 2, max = 30) int atoms,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double tilt,
            @ForAll @DoubleRange(min = 1.0, max = 6.0) double radius) {
        var random = new java.util.Random(seed);
        Cell cell = Cell.periodic(7, 0, 0, 7 * tilt, 5, 0, 2 * tilt, -3 * tilt, 9);
        List<Element> species =
                random.ints(atoms, 1, 30).mapToObj(Element::ofAtomicNumber).toList();
        Structure whole =
                new Structure(cell, species, random.doubles(3L * atoms, -20, 20).toArray());
        int middle = random.nextInt(atoms);

        Structure cluster =
                Environment.around(whole, middle, radius, 0.5 * radius).cluster();

        assertThat(cluster.species(0)).isEqualTo(whole.species(middle));
        double[] s = new double[3];
        for (int k = 0; k < cluster.size(); k++) {
            boolean found = false;
            for (int atom = 0; atom < atoms && !found; atom++) {
                cell.toFractional(
                        whole.x(middle) + cluster.x(k) - whole.x(atom),
                        whole.y(middle) + cluster.y(k) - whole.y(atom),
                        whole.z(middle) + cluster.z(k) - whole.z(atom),
                        s);
                boolean isImage = java.util.Arrays.stream(s).allMatch(x -> Math.abs(x - Math.rint(x)) < 1e-9);
                found = isImage && whole.species(atom).equals(cluster.species(k));
            }
            assertThat(found).as("atom %d of the cluster", k).isTrue();
        }
    }

    @Test
    void in_a_cube_it_stands_in_the_middle_and_keeps_its_shape() {
        Environment environment = Environment.around(COPPER, 5, 1.01, 0);

        Structure cube = environment.inCube(4);

        assertThat(cube.cell()).isEqualTo(Cell.cubic(4));
        for (int k = 0; k < cube.size(); k++) {
            assertThat(cube.x(k) - 2).isCloseTo(environment.cluster().x(k), within(1e-12));
        }
        assertThatThrownBy(() -> environment.inCube(1.5)).hasMessageContaining("smaller than the cluster");
    }

    @Test
    void what_cannot_be_cut_is_refused() {
        assertThatThrownBy(() -> Environment.around(COPPER, 108, 1, 0)).hasMessageContaining("atom 108 of 108");
        assertThatThrownBy(() -> Environment.around(COPPER, 0, 1, 1)).hasMessageContaining("must be within the other");
        assertThatThrownBy(() -> Environment.around(COPPER, 0, 1, -1)).hasMessageContaining("0 or more");
    }

    @Test
    void around_each_gives_what_around_one_gives() {
        assertThat(Environment.aroundEach(COPPER, 1.2, 0.8).get(17))
                .isEqualTo(Environment.around(COPPER, 17, 1.2, 0.8));
    }
}
