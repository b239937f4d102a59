package org.nocturne.learning.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.StoredFile;

class MethodComparisonTest {
    private static final Method CHEAP = new Method("cheap", "1", "springs", "");
    private static final Method DEAR = new Method("dear", "2", "pbe", "cut-off 20");
    private static final int ATOMS = 5;

    private static Specimen specimen(int id, Origin origin, int compared) {
        return new Specimen(
                id, origin, 1, Kelvin.of(300), null, null, compared, new StoredFile("specimens/x", "ab".repeat(32)));
    }

    private static Label label(double energyEv, double... forces) {
        return new Label(energyEv, forces, new double[0]);
    }

    private static LabelPair pair(int id, Label first, Label second) {
        return new LabelPair(
                specimen(id, Origin.CELL, first.forcesEvPerAngstrom().length / 3), CHEAP, first, DEAR, second);
    }

    private static Label random(Random random, double shift) {
        return label(
                ATOMS * (shift + 0.01 * random.nextGaussian()),
                random.doubles(3L * ATOMS, -1, 1).toArray());
    }

    @Test
    void a_method_does_not_differ_from_itself() {
        Random random = new Random(1);
        List<LabelPair> pairs = new ArrayList<>();
        for (int k = 1; k <= 4; k++) {
            Label label = random(random, -3);
            pairs.add(pair(k, label, label));
        }
        MethodComparison comparison = new MethodComparison(pairs);

        assertThat(comparison.forceDifference().value()).isZero();
        assertThat(comparison.forceDifference().standardError()).isZero();
        assertThat(comparison.relativeForceDifference().value()).isZero();
        assertThat(comparison.energyDifference().orElseThrow().value()).isZero();
        assertThat(comparison.rmsForce()).isGreaterThan(0.1);
    }

    /** By hand: differences (1, 0, 0) and (0, 2, 0) on the forces (3, 0, 0) and (0, 0, 4). */
    @Test
    void force_differences_are_root_mean_squares_over_components() {
        MethodComparison comparison = new MethodComparison(
                List.of(pair(1, label(0, 2, 0, 0), label(0, 3, 0, 0)), pair(2, label(0, 0, 2, 4), label(0, 0, 0, 4))));

        assertThat(comparison.forceDifference().value()).isCloseTo(Math.sqrt(5.0 / 6), within(1e-15));
        assertThat(comparison.rmsForce()).isCloseTo(Math.sqrt(25.0 / 6), within(1e-15));
        assertThat(comparison.relativeForceDifference().value()).isCloseTo(Math.sqrt(5.0 / 25), within(1e-15));
        assertThat(comparison.worst(1)).singleElement().satisfies(worst -> {
            assertThat(worst.specimen().id()).isEqualTo(2);
            assertThat(worst.forces().largest()).isEqualTo(2);
        });
    }

    @Test
    void another_zero_of_the_energy_is_no_difference_but_a_spread_is() {
        List<LabelPair> shifted = new ArrayList<>();
        List<LabelPair> spread = new ArrayList<>();
        double[] off = {0.02, -0.01, -0.01};
        for (int k = 0; k < off.length; k++) {
            double[] none = new double[3 * ATOMS];
            double energy = ATOMS * (-4 + 0.1 * k);
            shifted.add(pair(k + 1, label(energy, none), label(energy - ATOMS * 103.5, none)));
            spread.add(pair(k + 1, label(energy, none), label(energy + ATOMS * (7 + off[k]), none)));
        }

        assertThat(new MethodComparison(shifted)
                        .energyDifference()
                        .orElseThrow()
                        .value())
                .isCloseTo(0, within(1e-12));
        assertThat(new MethodComparison(spread).energyDifference().orElseThrow().value())
                .isCloseTo(Math.sqrt((4 + 1 + 1) * 1e-4 / 2), within(1e-12));
    }

    @Test
    void only_the_inner_atoms_of_an_environment_are_compared_and_not_its_energy() {
        Label first = label(-1, 1, 0, 0, 9, 9, 9);
        Label second = label(-5, 1, 0, 0.5, -9, -9, -9);
        LabelPair pair = new LabelPair(specimen(1, Origin.ENVIRONMENT, 1), CHEAP, first, DEAR, second);
        MethodComparison comparison = new MethodComparison(List.of(pair, pair));

        assertThat(comparison.atoms()).isEqualTo(2);
        assertThat(comparison.forceDifference().value()).isCloseTo(0.5 / Math.sqrt(3), within(1e-15));
        assertThat(comparison.energyDifference()).isEmpty();
    }

    @Test
    void labels_of_different_methods_and_of_different_structures_are_never_mixed() {
        Method corrected = new Method("dear", "2", "pbe", "cut-off 12");
        Label label = label(-1, 1, 0, 0);
        Specimen cell = specimen(1, Origin.CELL, 1);
        List<LabelPair> pairs = List.of(
                new LabelPair(cell, CHEAP, label, DEAR, label),
                new LabelPair(specimen(2, Origin.CELL, 1), CHEAP, label, corrected, label),
                new LabelPair(specimen(3, Origin.FRAME, 1), CHEAP, label, DEAR, label),
                new LabelPair(specimen(4, Origin.CELL, 1), CHEAP, label, DEAR, label));

        assertThat(MethodComparison.of(pairs))
                .extracting(MethodComparison::structures)
                .containsExactly(2, 1, 1);
    }

    /** The error of a root mean square over n structures of equal spread: sigma / sqrt(2 m) for m components in all. */
    @Test
    void the_standard_error_is_that_of_many_repetitions() {
        Random random = new Random(3);
        List<LabelPair> pairs = new ArrayList<>();
        for (int k = 1; k <= 200; k++) {
            double[] difference =
                    random.doubles(3L * ATOMS).map(x -> random.nextGaussian()).toArray();
            pairs.add(pair(k, label(0, new double[3 * ATOMS]), label(0, difference)));
        }
        MethodComparison comparison = new MethodComparison(pairs);

        assertThat(comparison.forceDifference().value()).isCloseTo(1, within(0.05));
        assertThat(comparison.forceDifference().standardError())
                .isCloseTo(1 / Math.sqrt(2.0 * 200 * 3 * ATOMS), within(0.003));
    }

    @Test
    void forces_of_different_structures_cannot_be_compared() {
        assertThatThrownBy(() -> ForceDifference.of(new double[3], new double[6], 1))
                .hasMessageContaining("1 and 2 atoms");
        assertThatThrownBy(() -> ForceDifference.of(new double[3], new double[3], 2))
                .hasMessageContaining("compared on 2");
    }
}
