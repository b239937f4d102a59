package org.nocturne.learning.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.phase.PhaseEvidence.Phase;

class PhaseSignsTest {
    private static final Structure LATTICE =
            new Structure(Cell.cubic(3), List.of(Element.SI), new double[3]).repeated(5, 5, 5);

    private static List<Structure> frames(int count, double diffusive, double vibrating) {
        Random random = new Random(5);
        double[] walked = new double[3 * LATTICE.size()];
        List<Structure> out = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            double[] u = new double[walked.length];
            for (int k = 0; k < u.length; k++) {
                walked[k] += diffusive * random.nextGaussian() + f * 1e-3; // the whole drifts as well
                u[k] = walked[k] + vibrating * random.nextGaussian();
            }
            out.add(LATTICE.displaced(u));
        }
        return out;
    }

    /** A random walk of steps s: 3 s^2 per step and atom. */
    @Test
    void the_square_displacement_of_a_random_walk_grows_as_the_time() {
        SquareGrowth found = SquareGrowth.of(frames(40, 0.1, 0));

        assertThat(found.quarter()).isCloseTo(10 * 3 * 0.01, within(0.03));
        assertThat(found.ratio()).isCloseTo(2, within(0.15));
    }

    /** Independent vibrations of variance s^2 a component: 6 s^2 between any two frames, however far apart. */
    @Test
    void the_square_displacement_of_vibrations_stands_still() {
        SquareGrowth found = SquareGrowth.of(frames(40, 0, 0.1));

        assertThat(found.half()).isCloseTo(6 * 0.01, within(0.003));
        assertThat(found.ratio()).isCloseTo(1, within(0.03));
        assertThatThrownBy(() -> SquareGrowth.of(frames(7, 0, 0.1))).hasMessageContaining("at least 8 are wanted");
    }

    @Test
    void atoms_that_have_exchanged_sites_have_returned_and_an_interstitial_has_not() {
        double[] xyz = LATTICE.xyzAngstrom();
        for (int k = 0; k < 3; k++) {
            double other = xyz[k];
            xyz[k] = xyz[30 + k];
            xyz[30 + k] = other;
        }
        assertThat(SiteReturn.share(LATTICE, LATTICE.withPositions(xyz), 3)).isEqualTo(1);

        double[] wrappedAndDrifted = xyz.clone();
        for (int k = 0; k < xyz.length; k++) {
            wrappedAndDrifted[k] += 0.4 + (k < 60 ? 15 : 0);
        }
        assertThat(SiteReturn.share(LATTICE, LATTICE.withPositions(wrappedAndDrifted), 3))
                .isEqualTo(1);

        xyz[0] += 1.5;
        assertThat(SiteReturn.share(LATTICE, LATTICE.withPositions(xyz), 3)).isCloseTo(124 / 125.0, within(1e-9));
        List<Element> species = new ArrayList<>(Collections.nCopies(124, Element.SI));
        species.add(Element.ofSymbol("O").orElseThrow());
        assertThat(SiteReturn.share(LATTICE, new Structure(LATTICE.cell(), species, LATTICE.xyzAngstrom()), 3))
                .isCloseTo(124 / 125.0, within(1e-9));
    }

    /** Solid bcc sodium at 350 K reaches 0.168; Lindemann's ratio alone decides nothing, it only warns. */
    @Test
    void a_large_lindemann_ratio_warns_and_does_not_vote() {
        PhaseEvidence found = new PhaseEvidence(new SquareGrowth(0.97, 1.0), 3, 0.51, 0.4, 1);

        assertThat(found.lindemann()).isCloseTo(Math.sqrt(0.5) / 3, within(1e-12));
        assertThat(found.phase()).isEqualTo(Phase.SOLID);
        assertThat(found.why()).contains("warning");
    }

    @Test
    void signs_that_contradict_each_other_evenly_decide_nothing_and_glass_has_no_order_to_lose() {
        assertThat(new PhaseEvidence(new SquareGrowth(1, 1.9), 3, 0.51, 0.5, Double.NaN).phase())
                .isEqualTo(Phase.UNDECIDED);
        PhaseEvidence glass = new PhaseEvidence(new SquareGrowth(0.1, 0.1), 3, 0.03, 0.02, Double.NaN);
        assertThat(glass.phase()).isEqualTo(Phase.SOLID);
        assertThat(glass.why()).contains("bond order cannot tell");
    }
}
