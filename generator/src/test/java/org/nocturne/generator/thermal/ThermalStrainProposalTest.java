package org.nocturne.generator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** A crystal that expands: every temperature has its cell, and displacements are out of the places in that cell. */
class ThermalStrainProposalTest {
    private static final Structure GIVEN = Springs.diamond(2);
    private static final ThermalStrain EXPANDING = new ThermalStrain(List.of(-0.01, 0.05), List.of(0., 0., 0., 0.));
    private static final Kelvin COLD = Kelvin.of(200);
    private static final Kelvin HOT = Kelvin.of(600);

    private static ThermalProposer expanding() {
        return new ThermalProposer(GIVEN, Springs.sites(GIVEN), new Springs(3.0), EXPANDING);
    }

    @Test
    void a_proposal_is_in_the_mean_cell_of_its_temperature() {
        ThermalProposer proposer = expanding();

        Structure hot = proposer.propose(HOT, new SplittableRandom(1));

        assertThat(hot.cell().component(0, 0)).isCloseTo(1.02 * 10.86, within(1e-9));
        assertThat(proposer.inherent(COLD).cell()).isEqualTo(GIVEN.cell());
        assertThat(proposer.inherent(HOT)).isEqualTo(GIVEN.scaled(EXPANDING.factor(HOT)));
        double[] u = Displacements.of(proposer.inherent(HOT), hot);
        assertThat(Math.sqrt(Displacements.meanSquare(u))).isLessThan(0.5);
    }

    /** The same springs in a larger cell: the same Gaussian, so the same numbers give the same displacements. */
    @Test
    void springs_that_do_not_know_the_cell_give_the_same_displacements() {
        double[] strained = expanding().displacements(HOT, new SplittableRandom(7));
        double[] given = Springs.proposer(GIVEN, 3.0).displacements(HOT, new SplittableRandom(7));

        double[] squares = {Displacements.meanSquare(strained), Displacements.meanSquare(given)};

        assertThat(squares[0]).isCloseTo(squares[1], within(1e-9 * squares[1]));
    }
}
