package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.PairPotential;

/** The sum of the pair potential over all pairs is N sum_q c(q) S(q), less what does not depend on the positions. */
class PairPotentialOfPatternTest {
    private static final double[] Q = Grids.even(0.5, 12, 60);
    private static final double RC = 5;
    private static final double FROM = 0.05;
    private static final int DISTANCES = 4000;

    private final Structure one = gas(3);
    private final Structure other = gas(4);
    private final double[] c =
            new SplittableRandom(5).doubles(Q.length, -1e-3, 1e-3).toArray();

    private static Structure gas(long seed) {
        return Crystals.gas(Cell.cubic(13), 120, seed, List.of(Element.SI, Element.O));
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void its_sum_over_pairs_is_the_weighted_pattern(Window window) {
        Pairs pairs = pairs(window);
        PairPotential potential = pairs.pairPotential(one, c, FROM, DISTANCES);

        double byPairs = sum(potential, one) - sum(potential, other);
        double byPattern = weighted(pairs, one) - weighted(pairs, other);

        assertThat(Math.abs(byPattern)).isGreaterThan(1e-3);
        assertThat(byPairs).isCloseTo(byPattern, within(1e-4 * Math.abs(byPattern)));
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void its_force_is_the_slope_of_its_energy(Window window) {
        PairPotential potential = pairs(window).pairPotential(one, c, FROM, DISTANCES);
        double step = (potential.toAngstrom() - potential.fromAngstrom()) / (DISTANCES - 1);
        assertThat(potential.kinds()).hasSize(3);
        for (PairPotential.Kind kind : potential.kinds()) {
            double[] energy = kind.energyEv();
            double[] force = kind.forceEvPerAngstrom();
            for (int k = 1; k < DISTANCES - 1; k++) {
                assertThat(force[k]).isCloseTo((energy[k - 1] - energy[k + 1]) / (2 * step), within(1e-5));
            }
        }
    }

    private static Pairs pairs(Window window) {
        return new Pairs(
                ScatteringAmplitude.of(Radiation.XRAY), Q, RC, window, Normalisation.SQUARE_OF_MEAN, 0, 0, 0.001);
    }

    private double weighted(Pairs pairs, Structure structure) {
        double[] s = pairs.intensity(structure);
        double sum = 0;
        for (int k = 0; k < s.length; k++) {
            sum += structure.size() * c[k] * s[k];
        }
        return sum;
    }

    private static double sum(PairPotential potential, Structure s) {
        double sum = 0;
        double step = (potential.toAngstrom() - potential.fromAngstrom()) / (DISTANCES - 1);
        for (int i = 0; i < s.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] d = {s.x(i) - s.x(j), s.y(i) - s.y(j), s.z(i) - s.z(j)};
                s.cell().minimumImage(d);
                double at = (Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) - potential.fromAngstrom()) / step;
                if (at < DISTANCES - 1) {
                    double[] energy =
                            kind(potential, s.species(i), s.species(j)).energyEv();
                    int k = (int) at;
                    sum += energy[k] + (at - k) * (energy[k + 1] - energy[k]);
                }
            }
        }
        return sum;
    }

    private static PairPotential.Kind kind(PairPotential potential, Element a, Element b) {
        return potential.kinds().stream()
                .filter(k -> (k.a() == a && k.b() == b) || (k.a() == b && k.b() == a))
                .findFirst()
                .orElseThrow();
    }
}
