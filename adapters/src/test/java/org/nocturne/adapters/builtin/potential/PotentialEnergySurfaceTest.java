package org.nocturne.adapters.builtin.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Laws that hold between the numbers of any potential, in cells that are large, small, skewed and open. */
class PotentialEnergySurfaceTest {
    private static final StillingerWeber SILICON = StillingerWeber.ofLammpsFile(StillingerWeber.SILICON);
    private static final LennardJones ARGON = new LennardJones(0.0103, 3.405, 8.5, true);

    static Stream<Arguments> systems() {
        Structure silicon = shaken(Surfaces.diamond(Element.SI, 5.43), 0.2);
        Structure argon = shaken(Surfaces.fcc(Element.AR, 5.3), 0.2);
        return Stream.of(
                Arguments.of("silicon, images near", SILICON, silicon),
                Arguments.of("silicon, skewed", SILICON, skewed(silicon)),
                Arguments.of("silicon, large", SILICON, shaken(silicon.repeated(2, 2, 2), 0.1)),
                Arguments.of("argon, own images within range", ARGON, argon),
                Arguments.of("argon, skewed", ARGON, skewed(argon)),
                Arguments.of("silicon, open", SILICON, in(Cell.open(), silicon)),
                Arguments.of("argon, a slab", ARGON, in(Cell.of(argon.cell().rows(), true, true, false), argon)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void forces_are_minus_the_gradient(String name, Potential potential, Structure structure) throws Exception {
        double h = 1e-5;
        double[] forces = Surfaces.at(potential, structure).forces();
        for (int k : new int[] {0, 4, 8, 11}) {
            double[] step = new double[3 * structure.size()];
            step[k] = h;
            double ahead = Surfaces.energy(potential, structure.displaced(step));
            step[k] = -h;
            double behind = Surfaces.energy(potential, structure.displaced(step));

            assertThat(forces[k]).as(name).isCloseTo(-(ahead - behind) / (2 * h), within(1e-7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void stress_is_the_derivative_by_strain(String name, Potential potential, Structure structure) throws Exception {
        if (!structure.cell().isFullyPeriodic()) {
            assertThat(Surfaces.at(potential, structure).stress()).as(name).isEmpty();
            return;
        }
        double h = 1e-6;
        double[] stress = Surfaces.at(potential, structure).stress();
        int[][] axes = {{0, 0}, {1, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
        for (int k = 0; k < 6; k++) {
            double ahead = Surfaces.energy(potential, strained(structure, axes[k], h));
            double behind = Surfaces.energy(potential, strained(structure, axes[k], -h));
            double slope = (ahead - behind) / (2 * h) / structure.cell().volume();

            assertThat(stress[k]).as(name).isCloseTo(slope, within(1e-7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void forces_add_up_to_nothing(String name, Potential potential, Structure structure) throws Exception {
        double[] sum = new double[3];
        double[] forces = Surfaces.at(potential, structure).forces();
        for (int k = 0; k < forces.length; k++) {
            sum[k % 3] += forces[k];
        }
        for (double component : sum) {
            assertThat(component).as(name).isCloseTo(0, within(1e-12));
        }
    }

    /** A cell of one, and the same atoms as a cell of eight. */
    @Test
    void a_small_cell_has_the_energy_of_its_copies() throws Exception {
        for (var system :
                new Object[][] {{SILICON, Surfaces.diamond(Element.SI, 5.43)}, {ARGON, Surfaces.fcc(Element.AR, 5.3)}
                }) {
            Structure small = shaken((Structure) system[1], 0.2);
            Potential potential = (Potential) system[0];

            double one = Surfaces.energy(potential, small);
            assertThat(Surfaces.energy(potential, small.repeated(3, 2, 4)))
                    .isCloseTo(24 * one, within(1e-11 * Math.abs(24 * one)));
        }
    }

    /** One surface that follows moving atoms with its list, far enough to make it anew many times, and a fresh one at each place. */
    @Test
    void a_list_that_is_kept_gives_what_a_fresh_one_gives() throws Exception {
        Structure crystal = Surfaces.diamond(Element.SI, 5.43).repeated(2, 2, 2);
        PotentialEnergySurface kept = new PotentialEnergySurface(SILICON, crystal, 0.5);
        SplittableRandom random = new SplittableRandom(3);
        double[] xyz = crystal.xyzAngstrom();
        for (int step = 0; step < 60; step++) {
            for (int k = 0; k < xyz.length; k++) {
                xyz[k] += 0.08 * (random.nextDouble() - 0.5) + (k < 3 ? 0.3 : 0); // the first atom crosses the cell
            }
            kept.moveTo(xyz);
            PotentialEnergySurface fresh = Surfaces.at(SILICON, crystal.withPositions(xyz));

            assertThat(kept.energyEv()).isCloseTo(fresh.energyEv(), within(1e-11 * Math.abs(fresh.energyEv())));
            assertThat(kept.forces()).containsExactly(fresh.forces(), within(1e-8));
        }
    }

    @Test
    void a_position_that_is_no_number_is_named() {
        Structure crystal = Surfaces.diamond(Element.SI, 5.43);
        PotentialEnergySurface surface = new PotentialEnergySurface(SILICON, crystal, 1);
        double[] xyz = crystal.xyzAngstrom();
        xyz[4] = Double.NaN;

        assertThatThrownBy(() -> surface.moveTo(xyz))
                .isInstanceOf(NotFiniteException.class)
                .hasMessage("position y of atom 2 is NaN");
    }

    private static Structure shaken(Structure structure, double byAngstrom) {
        SplittableRandom random = new SplittableRandom(17);
        double[] u = new double[3 * structure.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = byAngstrom * (2 * random.nextDouble() - 1);
        }
        return structure.displaced(u);
    }

    private static Structure in(Cell cell, Structure structure) {
        return new Structure(cell, structure.species(), structure.xyzAngstrom());
    }

    private static Structure skewed(Structure structure) {
        return strained(structure, new int[] {0, 1}, 0.4);
    }

    /** x_a grows by the strain times x_b. */
    private static Structure strained(Structure structure, int[] axes, double strain) {
        double[] rows = structure.cell().rows();
        double[] xyz = structure.xyzAngstrom();
        strain(rows, axes, strain);
        strain(xyz, axes, strain);
        return new Structure(Cell.periodic(rows), Collections.unmodifiableList(structure.species()), xyz);
    }

    private static void strain(double[] vectors, int[] axes, double strain) {
        for (int k = 0; k < vectors.length; k += 3) {
            vectors[k + axes[0]] += strain * vectors[k + axes[1]];
        }
    }
}
