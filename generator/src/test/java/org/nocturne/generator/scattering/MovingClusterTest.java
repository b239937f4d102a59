package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** After any moves the pattern is that of the atoms where they are. */
class MovingClusterTest {
    private static final int ATOMS = 600;
    private static final double[] Q = Grids.even(0, 20, 101);
    private static final Structure CLUSTER =
            Crystals.gas(Cell.cubic(20), ATOMS, 3, List.of(Element.SI, Element.O, Element.O));

    private static PatternSettings settings(double sigma) {
        return PatternSettings.cluster(Radiation.XRAY, Q)
                .withMethod(ScatteringMethod.EXACT)
                .withBIso(0.4)
                .withResolution(Resolution.constantSigma(sigma));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05})
    void moves_that_are_taken_give_the_pattern_of_the_new_places(double sigma) {
        MovingCluster cluster = new MovingCluster(settings(sigma), CLUSTER);
        Random random = new Random(1);
        for (int k = 0; k < 200; k++) {
            MovingCluster.Trial trial = cluster.tryMove(
                    random.nextInt(ATOMS),
                    20 * random.nextDouble(),
                    20 * random.nextDouble(),
                    20 * random.nextDouble());
            if (random.nextBoolean()) {
                cluster.take(trial);
            }
        }

        double[] whole = Patterns.observable(settings(sigma)).intensity(cluster.structure());

        assertThat(cluster.structure()).isNotEqualTo(CLUSTER);
        assertThat(Grids.relativeToMaximum(cluster.intensity(), whole)).isLessThan(1e-12);
    }

    @Test
    void a_move_that_is_only_tried_changes_nothing_and_tells_what_it_would() {
        MovingCluster cluster = new MovingCluster(settings(0), CLUSTER);
        double[] before = cluster.intensity();
        double[] u = new double[3 * ATOMS];
        u[9] = 0.3;
        MovingCluster.Trial trial = cluster.tryMove(3, CLUSTER.x(3) + 0.3, CLUSTER.y(3), CLUSTER.z(3));

        double[] moved = Patterns.observable(settings(0)).intensity(CLUSTER.displaced(u));

        assertThat(cluster.intensity()).isEqualTo(before);
        assertThat(Grids.relativeToMaximum(cluster.intensity(trial), moved)).isLessThan(1e-12);
    }

    @Test
    void an_old_trial_and_settings_of_a_crystal_are_refused() {
        MovingCluster cluster = new MovingCluster(settings(0), CLUSTER);
        MovingCluster.Trial first = cluster.tryMove(0, 1, 2, 3);
        cluster.take(first);

        assertThatThrownBy(() -> cluster.take(first))
                .hasMessageContaining("was tried after 0 moves; by now 1 are taken");
        assertThatThrownBy(() -> new MovingCluster(
                        PatternSettings.crystal(Radiation.XRAY, Resolution.constantSigma(0.1), 1, 2), CLUSTER))
                .hasMessageContaining("wanted are those of EXACT or BINNED");
    }
}
