package org.nocturne.generator.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.ReducedChiSquare;

/**
 * Einstein crystals of stiffness k whose pattern is linear in the displacements, S(q) = 1 + (1/N) sum_i g(q, i) x_i. All is Gaussian then: under N
 * sum c S each coordinate is shifted by -sum_q c(q) g(q, i)/k and keeps its variance kB T/k.
 */
class EnsembleConditioningTest {
    private static final int ATOMS = 12;
    private static final int POINTS = 40;
    private static final double STIFFNESS = 2;
    private static final double SIGMA = 0.01;
    private static final Kelvin T = Kelvin.of(300);
    private static final Structure REST =
            new Structure(Cell.cubic(50), Collections.nCopies(ATOMS / 3, Element.AR), new double[ATOMS]);

    private final double[][] g = new double[POINTS][ATOMS];
    private final double[] q = new double[POINTS];
    private final SplittableRandom random = new SplittableRandom(3);

    EnsembleConditioningTest() {
        for (int k = 0; k < POINTS; k++) {
            q[k] = 1 + 0.1 * k;
            for (int i = 0; i < ATOMS; i++) {
                // Neighbouring points move together, as those of a real pattern do.
                g[k][i] = Math.sin(0.3 * k * (1 + i % 5) + i);
            }
        }
    }

    @Test
    void the_shift_is_the_one_that_energy_and_misfit_together_ask_for() throws IOException {
        Spectrum target = target(0.4);
        EnsembleConditioning conditioning = conditioning(target);

        Conditioned found = conditioning.condition(T, this::sample, round -> {});

        assertThat(found.reached()).isTrue();
        double[] c = found.perAtom();
        double[] mean = observable().intensity(REST.displaced(shift(c)));
        double[] asked = new ReducedChiSquare(target, Adjustment.NONE).slope(mean);
        double scale = Arrays.stream(c).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < POINTS; k++) {
            assertThat(c[k]).isCloseTo(found.lambdaEvPerAtom() * asked[k], within(0.15 * scale));
        }
        double chi2 = new ReducedChiSquare(target, Adjustment.NONE).of(mean);
        assertThat(chi2)
                .isBetween(
                        conditioning.floor().low() - 0.1, conditioning.floor().high() + 0.1);
    }

    @Test
    void what_meets_its_target_by_itself_is_left_alone() throws IOException {
        Conditioned found = conditioning(target(0)).condition(T, this::sample, round -> {});

        assertThat(found.reached()).isTrue();
        assertThat(found.rounds()).hasSize(1);
        assertThat(found.lambdaEvPerAtom()).isZero();
        assertThat(found.perAtom()).containsOnly(0);
    }

    @Test
    void a_target_that_nothing_can_meet_is_said_to_be_so() throws IOException {
        double[] far = new double[POINTS];
        Arrays.fill(far, 9);
        Spectrum target = new Spectrum(q, far, errors());

        List<ConditioningRound> rounds = new ArrayList<>();
        Conditioned found = conditioning(target).condition(T, this::sample, rounds::add);

        assertThat(found.reached()).isFalse();
        assertThat(rounds).hasSize(ConditioningSettings.DEFAULT.mostRounds());
    }

    private EnsembleConditioning conditioning(Spectrum target) {
        return new EnsembleConditioning(observable(), target, Adjustment.NONE, ConditioningSettings.DEFAULT);
    }

    private Observable observable() {
        return structure -> {
            double[] x = structure.xyzAngstrom();
            double[] s = new double[POINTS];
            for (int k = 0; k < POINTS; k++) {
                s[k] = 1;
                for (int i = 0; i < ATOMS; i++) {
                    s[k] += g[k][i] * x[i] / REST.size();
                }
            }
            return s;
        };
    }

    private Spectrum target(double shift) {
        double[] x = new double[ATOMS];
        for (int i = 0; i < ATOMS; i++) {
            x[i] = shift * Math.cos(i);
        }
        double[] s = observable().intensity(REST.displaced(x));
        for (int k = 0; k < POINTS; k++) {
            s[k] += SIGMA * random.nextGaussian();
        }
        return new Spectrum(q, s, errors());
    }

    private static double[] errors() {
        double[] sigma = new double[POINTS];
        Arrays.fill(sigma, SIGMA);
        return sigma;
    }

    private double[] shift(double[] c) {
        double[] x = new double[ATOMS];
        for (int i = 0; i < ATOMS; i++) {
            for (int k = 0; k < POINTS; k++) {
                x[i] -= c[k] * g[k][i] / STIFFNESS;
            }
        }
        return x;
    }

    /** Many configurations, so that their mean is far better known than the target. */
    private List<List<Structure>> sample(double[] c) {
        List<List<Structure>> all = new ArrayList<>();
        double width = Math.sqrt(T.energyEv() / STIFFNESS);
        for (int a = 0; a < 2; a++) {
            List<Structure> ofOne = new ArrayList<>();
            for (int n = 0; n < 2000; n++) {
                double[] x = shift(c);
                for (int i = 0; i < ATOMS; i++) {
                    x[i] += width * random.nextGaussian();
                }
                ofOne.add(REST.displaced(x));
            }
            all.add(ofOne);
        }
        return all;
    }
}
