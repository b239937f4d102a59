package org.nocturne.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairOrbits;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.NetworkShape;

/** What a network starts from, on frames whose force constants are known. */
class BareConstantsTest {
    private static final double SIGMA1 = 0.004;
    private final Structure crystal = Crystals.silicon(2);
    private final Structure primitive = Crystals.primitive(crystal);
    private final PairOrbits orbits = new PairOrbits(primitive, Crystals.CUTOFF);
    private final LocalEnvironments environments = Crystals.environments(crystal);
    private final BondLayout layout = new BondLayout(environments, orbits);

    private EffectiveForceConstants known() {
        double[][] theta = new double[2][orbits.parameters()];
        for (int k = 0; k < orbits.parameters(); k++) {
            theta[0][k] = 5.0 / (k + 1);
            theta[1][k] = -0.5 + 0.1 * k;
        }
        return new EffectiveForceConstants(orbits, theta);
    }

    private FrameGroup frames(double... kelvin) {
        List<TrainingFrame> out = new ArrayList<>();
        for (double t : kelvin) {
            float[] noise = Crystals.noise(3 * crystal.size(), SIGMA1 * Math.sqrt(t), (long) t);
            double[] u = new double[noise.length];
            for (int k = 0; k < u.length; k++) {
                u[k] = noise[k];
            }
            out.add(new TrainingFrame(Kelvin.of(t), u, known().forces(layout, Kelvin.of(t), u)));
        }
        return new FrameGroup(environments, out, List.of());
    }

    @Test
    void they_are_those_of_vanishing_temperature() {
        EffectiveForceConstants bare = BareConstants.fit(orbits, List.of(frames(300, 600, 1200)));

        assertThat(bare.degree()).isZero();
        assertThat(bare.theta()[0]).containsExactly(known().theta()[0], within(1e-5));
    }

    @Test
    void one_temperature_gives_the_effective_ones_there() {
        EffectiveForceConstants bare = BareConstants.fit(orbits, List.of(frames(800)));

        for (int k = 0; k < orbits.parameters(); k++) {
            double there = known().theta()[0][k] + 0.8 * known().theta()[1][k];
            assertThat(bare.theta()[0][k]).isCloseTo(there, within(1e-5));
        }
    }

    /** Silicon's second and third shells lie at a/sqrt(2) and a sqrt(11)/4; its two sites are equivalent. */
    @Test
    void the_shape_is_read_off_crystal_and_frames() {
        FrameGroup group = frames(300, 600, 900, 1200);
        EffectiveForceConstants none = new EffectiveForceConstants(orbits, new double[1][orbits.parameters()]);

        NetworkShape shape =
                ShapeOfData.of(new NetworkPlan(8, 1, 1, 0, 1, 1), primitive, Crystals.CUTOFF, none, List.of(group));

        assertThat(shape.cutOffAngstrom()).isCloseTo(5.431 * (Math.sqrt(0.5) + Math.sqrt(11) / 4) / 2, within(1e-6));
        assertThat(shape.neighboursPerAtom()).isEqualTo(16);
        assertThat(shape.classOfSite()).containsExactly(0, 0);
        assertThat(shape.sigmaAngstromPerRootKelvin()).isCloseTo(SIGMA1, within(0.05 * SIGMA1));
    }
}
