package org.nocturne.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairOrbits;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** On forces made by force constants that are known. */
class ForceConstantFitTest {
    private static final double CUTOFF_ANGSTROM = 3.9;
    private final Structure crystal = diamond();
    private final Structure primitive = Crystal.of(crystal).primitiveCell();
    private final PairOrbits orbits = new PairOrbits(primitive, CUTOFF_ANGSTROM);
    private final BondLayout layout =
            new BondLayout(LocalEnvironments.of(crystal, SiteTable.of(primitive, CUTOFF_ANGSTROM)), orbits);

    private EffectiveForceConstants known(int degree) {
        Random random = new Random(3);
        double[][] theta = new double[degree + 1][orbits.parameters()];
        for (double[] row : theta) {
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextGaussian();
            }
        }
        return new EffectiveForceConstants(orbits, theta);
    }

    private TrainingFrame frame(EffectiveForceConstants constants, double t, long seed) {
        Random random = new Random(seed);
        double[] u = new double[3 * crystal.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = 0.05 * random.nextGaussian();
        }
        return new TrainingFrame(Kelvin.of(t), u, constants.forces(layout, Kelvin.of(t), u));
    }

    @Test
    void known_force_constants_are_found_again() {
        EffectiveForceConstants known = known(1);
        ForceConstantFit fit = new ForceConstantFit(orbits, layout, 1);
        for (double t : new double[] {100, 300, 900}) {
            fit.add(frame(known, t, (long) t));
        }

        EffectiveForceConstants found = fit.solve();

        assertThat(fit.frames()).isEqualTo(3);
        for (int power = 0; power <= 1; power++) {
            for (int bond = 0; bond < orbits.bonds().size(); bond++) {
                assertThat(found.matrix(power, bond)).containsExactly(known.matrix(power, bond), within(1e-6));
            }
        }
    }

    @Test
    void they_hold_at_a_temperature_and_a_displacement_that_were_not_learned() {
        EffectiveForceConstants known = known(1);
        ForceConstantFit fit = new ForceConstantFit(orbits, layout, 1);
        fit.add(frame(known, 100, 1));
        fit.add(frame(known, 600, 2));

        assertThat(ForceConstantFit.relativeError(
                        fit.solve(), layout, java.util.List.of(frame(known, 450, 3), frame(known, 1200, 4))))
                .isLessThan(1e-6);
    }

    /** One temperature does not say how much of the force is due to T; the ridge keeps the equations solvable. */
    @Test
    void more_powers_than_temperatures_still_give_the_forces_where_they_were_learned() {
        EffectiveForceConstants known = known(0);
        ForceConstantFit fit = new ForceConstantFit(orbits, layout, 1);
        fit.add(frame(known, 300, 1));

        assertThat(ForceConstantFit.relativeError(fit.solve(), layout, java.util.List.of(frame(known, 300, 2))))
                .isLessThan(1e-6);
    }

    @Test
    void without_a_frame_there_is_nothing_to_fit() {
        assertThatThrownBy(() -> new ForceConstantFit(orbits, layout, 0).solve())
                .hasMessageContaining("no frame to fit");
    }

    private static Structure diamond() {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.431;
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(2, 2, 2);
    }
}
