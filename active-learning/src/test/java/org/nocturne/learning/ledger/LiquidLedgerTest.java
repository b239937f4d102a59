package org.nocturne.learning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.EnergyFluctuation;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidProbe;
import org.nocturne.learning.ensemble.LiquidReference;

/**
 * On an ideal gas, of which everything is known: S(k) is 1 with variance 1 at every k, pairs lie anywhere, configurations know nothing of each
 * other. Each atom has a classical oscillator inside for its energy: <U> = 3/2 N kB T, Var U = 3/2 N (kB T)^2.
 */
class LiquidLedgerTest {
    private static final Kelvin T = Kelvin.of(85);
    private static final int N = 500;
    private static final Structure LATTICE = new Structure(
                    Cell.cubic(5.73),
                    Collections.nCopies(4, Element.AR),
                    new double[] {0, 0, 0, 0, 2.865, 2.865, 2.865, 0, 2.865, 2.865, 2.865, 0})
            .repeated(5, 5, 5);

    private static final LiquidProbe PROBE = new LiquidProbe(new InherentStructure(LATTICE, -30, 0));

    private static Structure gas(RandomGenerator random) {
        double[] xyz = new double[3 * N];
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] = LATTICE.cell().component(0, 0) * random.nextDouble();
        }
        return LATTICE.withPositions(xyz);
    }

    private static double energyEv(Kelvin temperature, RandomGenerator random) {
        double square = 0;
        for (int k = 0; k < 3 * N; k++) {
            double p = random.nextGaussian();
            square += p * p;
        }
        return temperature.energyEv() * square / 2 - 30;
    }

    private static List<LiquidConfiguration> drawn(int count, Kelvin temperature, RandomGenerator random) {
        List<LiquidConfiguration> out = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            out.add(PROBE.measure(gas(random), energyEv(temperature, random)));
        }
        return out;
    }

    private static final LiquidReference MD = reference(new SplittableRandom(1999));

    private static LiquidReference reference(RandomGenerator random) {
        List<List<LiquidConfiguration>> frames = new ArrayList<>();
        List<double[]> energies = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            frames.add(drawn(100, T, random));
            double[] series = new double[1000];
            for (int k = 0; k < series.length; k++) {
                series[k] = energyEv(T, random) + 30;
            }
            energies.add(series);
        }
        return new LiquidReference(PROBE, frames, energies, EnergyFluctuation.at(T, Map.of(T, energies)), "ideal gas");
    }

    private static List<Judgement> judge(List<LiquidConfiguration> generated) {
        return LiquidLedger.judge("samples", T, generated, MD);
    }

    private static List<Verdict> verdicts(List<Judgement> lines, Quantity quantity) {
        return lines.stream()
                .filter(l -> l.quantity() == quantity)
                .map(Judgement::verdict)
                .toList();
    }

    @Test
    void a_perfect_generator_passes_every_line_with_enough_samples() {
        RandomGenerator random = new SplittableRandom(1);
        List<Judgement> lines = judge(drawn(500, T, random));

        assertThat(lines).extracting(Judgement::verdict).as("%s", lines).containsOnly(Verdict.PASS);
        assertThat(lines)
                .extracting(Judgement::quantity)
                .contains(
                        Quantity.MEAN_ENERGY,
                        Quantity.ENERGY_VARIANCE,
                        Quantity.LONG_STRUCTURE_FACTOR,
                        Quantity.STRUCTURE_FACTOR,
                        Quantity.LONG_STRUCTURE_FACTOR_VARIANCE,
                        Quantity.STRUCTURE_FACTOR_VARIANCE,
                        Quantity.GAUSSIAN_LAW,
                        Quantity.PAIR_DISTANCES,
                        Quantity.DIFFUSION);
    }

    @Test
    void its_structure_factor_is_one_with_variance_one() {
        RandomGenerator random = new SplittableRandom(2);
        Intensities found = new Intensities(drawn(400, T, random));
        int vectors = found.vectors();

        assertThat(found.variance(found.all(), 0, vectors) / vectors).isBetween(0.93, 1.07);
        assertThat(found.squaredMean(found.all(), 0, vectors) / vectors).isBetween(0.96, 1.04);
    }

    @Test
    void few_samples_are_undecided_and_never_failed() {
        RandomGenerator random = new SplittableRandom(3);
        List<Judgement> lines = judge(drawn(8, T, random));

        assertThat(lines).filteredOn(l -> l.verdict() == Verdict.FAIL).isEmpty();
        assertThat(lines)
                .filteredOn(l -> l.quantity() == Quantity.ENERGY_VARIANCE)
                .first()
                .satisfies(l -> {
                    assertThat(l.verdict()).isEqualTo(Verdict.UNDECIDED);
                    assertThat(l.needed()).isNotZero();
                });
    }

    @Test
    void the_line_on_the_energy_says_what_it_is_compared_with() {
        RandomGenerator random = new SplittableRandom(4);

        assertThat(judge(drawn(20, T, random)))
                .filteredOn(l -> l.quantity() == Quantity.ENERGY_VARIANCE)
                .extracting(Judgement::source)
                .containsExactly(
                        "ideal gas; MD's own variance, for kB T^2 dU/dT is not known from MD at 1 temperature");
    }

    @Test
    void copies_of_one_frame_fail() {
        RandomGenerator random = new SplittableRandom(5);
        List<LiquidConfiguration> copies = new ArrayList<>();
        LiquidConfiguration one = drawn(1, T, random).get(0);
        for (int k = 0; k < 60; k++) { // measured again, as copies in a file are
            copies.add(new LiquidConfiguration(one.thermalEnergyEv(), one.diffuse(), one.pairs(), one.xyzAngstrom()));
        }
        List<Judgement> lines = judge(copies);

        assertThat(verdicts(lines, Quantity.DIFFUSION)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.ENERGY_VARIANCE)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.STRUCTURE_FACTOR_VARIANCE)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.GAUSSIAN_LAW)).containsOnly(Verdict.FAIL);
    }

    /** The labels of a copy are nobody's: what is exchanged between equal atoms looks far away, but scatters as before. */
    @Test
    void copies_with_exchanged_atoms_fail_by_their_scattering() {
        RandomGenerator random = new SplittableRandom(6);
        double[] xyz = gas(random).xyzAngstrom();
        List<LiquidConfiguration> copies = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            for (int i = N - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                for (int axis = 0; axis < 3; axis++) {
                    double kept = xyz[3 * i + axis];
                    xyz[3 * i + axis] = xyz[3 * j + axis];
                    xyz[3 * j + axis] = kept;
                }
            }
            copies.add(PROBE.measure(LATTICE.withPositions(xyz), energyEv(T, random)));
        }
        List<Judgement> lines = judge(copies);

        assertThat(verdicts(lines, Quantity.DIFFUSION)).containsOnly(Verdict.PASS);
        assertThat(verdicts(lines, Quantity.GAUSSIAN_LAW)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.STRUCTURE_FACTOR_VARIANCE)).containsOnly(Verdict.FAIL);
    }

    @Test
    void a_generator_that_is_five_kelvin_too_warm_fails_by_its_mean_energy() {
        RandomGenerator random = new SplittableRandom(7);

        assertThat(verdicts(judge(drawn(300, Kelvin.of(90), random)), Quantity.MEAN_ENERGY))
                .containsOnly(Verdict.FAIL);
    }

    /** Steps of 0.1 angstrom: one random walk that never leaves its neighbourhood. */
    @Test
    void one_continuous_trajectory_fails() {
        RandomGenerator random = new SplittableRandom(8);
        double[] xyz = gas(random).xyzAngstrom();
        List<LiquidConfiguration> walk = new ArrayList<>();
        for (int f = 0; f < 100; f++) {
            for (int k = 0; k < xyz.length; k++) {
                xyz[k] += 0.1 * random.nextGaussian();
            }
            walk.add(PROBE.measure(LATTICE.withPositions(xyz), energyEv(T, random)));
        }
        List<Judgement> lines = judge(walk);

        assertThat(verdicts(lines, Quantity.DIFFUSION)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.GAUSSIAN_LAW)).contains(Verdict.FAIL);
    }

    /** Thirty starts, one short run from each or two: no two starts are alike, but siblings are. */
    @Test
    void runs_that_have_not_left_a_common_start_are_not_independent() {
        RandomGenerator random = new SplittableRandom(9);
        List<LiquidConfiguration> once = new ArrayList<>();
        List<LiquidConfiguration> twice = new ArrayList<>();
        for (int s = 0; s < 30; s++) {
            Structure start = gas(random);
            once.add(run(start, random));
            twice.add(run(start, random));
            twice.add(run(start, random));
        }

        assertThat(verdicts(judge(once), Quantity.DIFFUSION)).containsOnly(Verdict.PASS);
        assertThat(verdicts(judge(twice), Quantity.DIFFUSION)).containsOnly(Verdict.FAIL);
    }

    private static LiquidConfiguration run(Structure start, RandomGenerator random) {
        double[] u = new double[3 * N];
        for (int k = 0; k < u.length; k++) {
            u[k] = 2 * random.nextGaussian();
        }
        return PROBE.measure(start.displaced(u), energyEv(T, random));
    }

    @Test
    void a_crystal_fails_by_its_structure_factor_and_its_pairs() {
        RandomGenerator random = new SplittableRandom(10);
        List<LiquidConfiguration> crystal = new ArrayList<>();
        for (int f = 0; f < 60; f++) {
            double[] u = new double[3 * N];
            for (int k = 0; k < u.length; k++) {
                u[k] = 0.25 * random.nextGaussian();
            }
            crystal.add(PROBE.measure(LATTICE.displaced(u), energyEv(T, random)));
        }
        List<Judgement> lines = judge(crystal);

        assertThat(verdicts(lines, Quantity.STRUCTURE_FACTOR)).contains(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.PAIR_DISTANCES)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.DIFFUSION)).containsOnly(Verdict.FAIL);
    }
}
