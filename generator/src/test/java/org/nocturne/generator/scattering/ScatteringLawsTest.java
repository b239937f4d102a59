package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

class ScatteringLawsTest {
    private static final double[] Q = Grids.even(0.4, 9, 30);
    private static final List<DifferentiableObservable> OF_CLUSTERS = List.of(
            Patterns.observable(PatternSettings.cluster(Radiation.XRAY, Q).withMethod(ScatteringMethod.EXACT)),
            Patterns.observable(PatternSettings.cluster(Radiation.XRAY, Q).withBIso(0.3)));
    private static final List<DifferentiableObservable> OF_CELLS = List.of(
            Patterns.observable(PatternSettings.crystal(Radiation.NEUTRON, Resolution.constantFwhm(0.4), Q)),
            Patterns.observable(PatternSettings.disordered(Radiation.XRAY, 3.5, Q)));

    @Property(tries = 20)
    void turning_the_whole_structure_leaves_the_pattern_unchanged(
            @ForAll @IntRange(min = 2, max = 12) int atoms,
            @ForAll @IntRange(min = 0, max = 1000) int seed,
            @ForAll @DoubleRange(min = 0, max = 6.28) double alpha,
            @ForAll @DoubleRange(min = 0, max = 3.14) double beta) {
        Structure structure = Crystals.skewedGas(atoms, seed);
        double[] turn = Matrix3.times(aboutZ(alpha), aboutX(beta));
        double[] xyz = new double[3 * atoms];
        double[] one = new double[3];
        for (int i = 0; i < atoms; i++) {
            Matrix3.rowTimes(structure.x(i), structure.y(i), structure.z(i), turn, one);
            System.arraycopy(one, 0, xyz, 3 * i, 3);
        }
        Cell cell = Cell.periodic(Matrix3.times(structure.cell().rows(), turn));
        assertSamePatterns(structure, new Structure(cell, structure.species(), xyz));
    }

    @Property(tries = 20)
    void the_order_of_the_atoms_does_not_matter(
            @ForAll @IntRange(min = 2, max = 12) int atoms, @ForAll @IntRange(min = 0, max = 1000) int seed) {
        Structure structure = Crystals.skewedGas(atoms, seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < atoms; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        double[] xyz = new double[3 * atoms];
        List<Element> species = new ArrayList<>();
        for (int i = 0; i < atoms; i++) {
            species.add(structure.species(order.get(i)));
            System.arraycopy(structure.xyzAngstrom(), 3 * order.get(i), xyz, 3 * i, 3);
        }
        assertSamePatterns(structure, new Structure(structure.cell(), species, xyz));
    }

    @Property(tries = 20)
    void moving_an_atom_by_a_cell_vector_leaves_the_periodic_patterns_unchanged(
            @ForAll @IntRange(min = 0, max = 1000) int seed, @ForAll @IntRange(min = -3, max = 3) int times) {
        Structure structure = Crystals.skewedGas(6, seed);
        double[] move = new double[18];
        structure.cell().toCartesian(times, 1, -times, move);
        for (DifferentiableObservable observable : OF_CELLS) {
            assertSame(observable, structure, structure.displaced(move));
        }
    }

    private static void assertSamePatterns(Structure one, Structure other) {
        OF_CLUSTERS.forEach(observable -> assertSame(observable, one, other));
        OF_CELLS.forEach(observable -> assertSame(observable, one, other));
    }

    private static void assertSame(DifferentiableObservable observable, Structure one, Structure other) {
        assertThat(Grids.relativeToMaximum(observable.intensity(one), observable.intensity(other)))
                .isLessThan(1e-9);
    }

    private static double[] aboutZ(double angle) {
        return new double[] {Math.cos(angle), Math.sin(angle), 0, -Math.sin(angle), Math.cos(angle), 0, 0, 0, 1};
    }

    private static double[] aboutX(double angle) {
        return new double[] {1, 0, 0, 0, Math.cos(angle), Math.sin(angle), 0, -Math.sin(angle), Math.cos(angle)};
    }
}
