package org.nocturne.generator.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.ReducedChiSquare;
import org.nocturne.generator.scattering.DifferentiableObservable;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Window;

/** Sets of 64 soft spheres against the pattern of another glass of them. */
class EnsembleRefinementTest {
    private static final double[] Q =
            IntStream.range(0, 80).mapToDouble(k -> 0.8 + 0.1 * k).toArray();
    private static final HeldOutPoints FOURTH = new HeldOutPoints(4);
    /** Soft spheres of an electronvolt bend at weights that are small for silicon. */
    private static final RefinementSettings SETTINGS = new RefinementSettings(1e-5, 3e-3, 3, 60, 1e-4, 0.1, 24);

    private final List<Structure> set = List.of(SoftSpheres.glass(1), SoftSpheres.glass(2));
    private final List<SoftSpheres> forces = set.stream().map(SoftSpheres::new).toList();
    private final Displaced still = Displaced.none(List.of(64, 64));

    private static DifferentiableObservable observable(double[] q) {
        return Patterns.observable(
                PatternSettings.disordered(Radiation.NEUTRON, 6.5, q).withWindow(Window.LORCH));
    }

    private static Spectrum target(long seed, double relativeNoise) {
        return target(SoftSpheres.glass(100 + seed), Displaced.none(List.of(64)), seed, relativeNoise);
    }

    private static Spectrum target(Structure glass, Displaced motion, long seed, double relativeNoise) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] clean = MeanPattern.of(observable(Q), List.of(glass), motion);
        double[] noisy = new double[clean.length];
        double[] sigma = new double[clean.length];
        for (int k = 0; k < clean.length; k++) {
            sigma[k] = relativeNoise * Math.max(clean[k], 0.1);
            noisy[k] = clean[k] + sigma[k] * random.nextGaussian();
        }
        return new Spectrum(Q, noisy, sigma);
    }

    private static EnsembleRefinement refinement(Spectrum target, RefinementSettings settings) {
        Spectrum fitted = FOURTH.fitted(target);
        return new EnsembleRefinement(observable(fitted.qPerAngstrom()), fitted, Adjustment.NONE, settings);
    }

    private static Displaced shaken(int structures, int frames, double sigma) {
        RandomGenerator random = new SplittableRandom(5);
        List<List<double[]>> fields = new ArrayList<>();
        for (int a = 0; a < structures; a++) {
            List<double[]> one = new ArrayList<>();
            for (int s = 0; s < frames; s++) {
                one.add(IntStream.range(0, 192)
                        .mapToDouble(k -> sigma * random.nextGaussian())
                        .toArray());
            }
            fields.add(one);
        }
        return new Displaced(fields);
    }

    /** Richardson's extrapolation of central differences along random directions, energy and misfit and thermal frames together. */
    @Test
    void the_gradient_of_the_whole_objective_meets_central_differences() {
        Spectrum fitted = FOURTH.fitted(target(1, 0.02));
        EnsembleObjective objective = new EnsembleObjective(
                set,
                forces,
                observable(fitted.qPerAngstrom()),
                new ReducedChiSquare(fitted, Adjustment.SCALE_AND_BACKGROUND),
                shaken(2, 3, 0.1),
                2e-3);
        RandomGenerator random = new SplittableRandom(8);
        double[] x = random.doubles(2 * 192, -0.05, 0.05).toArray();
        double[] gradient = new double[x.length];
        objective.at(x, gradient);
        for (int trial = 0; trial < 3; trial++) {
            double[] along = random.doubles(x.length, -1, 1).toArray();
            double expected = 0;
            for (int k = 0; k < x.length; k++) {
                expected += gradient[k] * along[k];
            }
            double wide = difference(objective, x, along, 2e-5);
            double narrow = difference(objective, x, along, 1e-5);
            assertThat((4 * narrow - wide) / 3).isCloseTo(expected, within(1e-5 * Math.abs(expected) + 1e-6));
        }
    }

    private static double difference(EnsembleObjective objective, double[] x, double[] along, double h) {
        double[] ahead = x.clone();
        double[] behind = x.clone();
        for (int k = 0; k < x.length; k++) {
            ahead[k] += h * along[k];
            behind[k] -= h * along[k];
        }
        double[] unused = new double[x.length];
        return (objective.at(ahead, unused) - objective.at(behind, unused)) / (2 * h);
    }

    /** The first target is out of reach of these two glasses, at any weight: then what comes nearest lies above the floor. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_stops_at_the_noise_floor_and_never_below(long seed) {
        EnsembleRefinement refinement = refinement(target(seed, 0.02), SETTINGS);
        double low = 1 - 2 * Math.sqrt(2.0 / 60);
        double high = 1 + 2 * Math.sqrt(2.0 / 60);
        assertThat(refinement.reducedChiSquare(set, still)).isGreaterThan(high);

        Refined refined = refinement.refine(set, forces, still, step -> {});

        assertThat(refined.reached()).isEqualTo(seed != 1);
        assertThat(refined.reducedChiSquare())
                .isGreaterThanOrEqualTo(low)
                .isEqualTo(refinement.reducedChiSquare(refined.structures(), still));
        assertThat(refined.reducedChiSquare() <= high).isEqualTo(refined.reached());
    }

    @Test
    void under_thermal_frames_it_is_the_mean_over_them_that_meets_the_target() {
        Displaced motion = shaken(2, 4, 0.1);
        Spectrum moving = target(SoftSpheres.glass(102), shaken(1, 40, 0.1), 2, 0.02);
        EnsembleRefinement refinement = refinement(moving, SETTINGS);

        Refined refined = refinement.refine(set, forces, motion, step -> {});

        assertThat(refined.reached()).isTrue();
        assertThat(refinement.reducedChiSquare(refined.structures(), motion)).isEqualTo(refined.reducedChiSquare());
        assertThat(refinement.reducedChiSquare(refined.structures(), still))
                .isGreaterThan(refinement.floor().high());
    }

    @Test
    void a_set_that_meets_the_target_already_is_left_alone() {
        Spectrum generous = target(1, 5);

        Refined refined = refinement(generous, SETTINGS).refine(set, forces, still, step -> {});

        assertThat(refined.structures()).isEqualTo(set);
        assertThat(refined.steps()).isEmpty();
    }

    @Test
    void what_it_cannot_reach_it_says_and_gives_the_nearest_above() {
        RefinementSettings timid = new RefinementSettings(1e-9, 1e-8, 3, 20, 1e-4, 0.1, 24); // 1, 3 and 9 e-9

        Refined refined = refinement(target(1, 0.02), timid).refine(set, forces, still, step -> {});

        assertThat(refined.reached()).isFalse();
        assertThat(refined.reducedChiSquare()).isGreaterThan(1 + 2 * Math.sqrt(2.0 / 60));
        assertThat(refined.steps()).hasSize(3);
    }

    @Test
    void held_out_points_play_no_part() {
        Spectrum target = target(3, 0.02);
        double[] other = target.intensity();
        for (int k = 3; k < other.length; k += 4) {
            other[k] = 17;
        }
        Spectrum changed = new Spectrum(Q, other, target.sigma());

        Refined one = refinement(target, SETTINGS).refine(set, forces, still, step -> {});
        Refined two = refinement(changed, SETTINGS).refine(set, forces, still, step -> {});

        assertThat(two.structures()).isEqualTo(one.structures());
        assertThat(FOURTH.heldOut(changed).intensity()).containsOnly(17);
        assertThat(FOURTH.heldOut(target).size() + FOURTH.fitted(target).size()).isEqualTo(target.size());
    }

    @Test
    void structures_forces_and_motion_must_go_together() {
        assertThatThrownBy(() ->
                        refinement(target(1, 0.02), SETTINGS).refine(set, forces.subList(0, 1), still, step -> {}))
                .hasMessageContaining("2 structures come with 1 forces");
        assertThatThrownBy(() -> new HeldOutPoints(1)).hasMessageContaining("2 or more, or 0 for none");
    }
}
