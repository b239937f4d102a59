package org.nocturne.learning.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** On Einstein crystals, whose every moment is known: <U> = 3/2 (N-1) kB T, Var U = 3/2 (N-1) (kB T)^2, <u^2> = 3 kB T / k. */
class VarianceLedgerTest {
    private static final Kelvin T = Kelvin.of(300);
    private static final double SPRING = 5;
    private static final int N = 216;
    private static final Structure LATTICE =
            new Structure(Cell.cubic(3), Collections.nCopies(1, Element.SI), new double[3]).repeated(6, 6, 6);

    private static Ensemble einstein(int frames, double widthFactor, Random random) {
        Ensemble out = new Ensemble(LATTICE, -10);
        for (int f = 0; f < frames; f++) {
            double[] u = new double[3 * N];
            for (int k = 0; k < u.length; k++) {
                u[k] = widthFactor * Math.sqrt(T.energyEv() / SPRING) * random.nextGaussian();
            }
            Structure thermal = LATTICE.displaced(u);
            double[] relative = org.nocturne.core.crystal.Displacements.of(LATTICE, thermal);
            double energy = 0;
            for (double component : relative) {
                energy += 0.5 * SPRING * component * component;
            }
            out.add(thermal, energy - 10);
        }
        return out;
    }

    private static Reference reference(Random random) {
        List<Ensemble> replicas = new ArrayList<>();
        List<double[]> energies = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            Ensemble replica = einstein(400, 1, random);
            replicas.add(replica);
            energies.add(replica.thermalEnergiesEv());
        }
        EnergyCurve curve = new EnergyCurve(N, List.of(new EnergyCurve.Point(T, Estimate.meanOf(energies))));
        return new Reference(replicas, energies, curve, "Einstein crystal");
    }

    private static java.util.Map<Quantity, Verdict> verdicts(Ensemble generated, Reference reference) {
        return VarianceLedger.judge("proposal", T, generated, reference).stream()
                .collect(Collectors.toMap(Judgement::quantity, Judgement::verdict));
    }

    @Test
    void a_perfect_generator_passes_with_enough_samples() {
        Random random = new Random(1);
        assertThat(verdicts(einstein(3000, 1, random), reference(random)).values())
                .containsOnly(Verdict.PASS);
    }

    @Test
    void with_few_samples_it_is_undecided_and_told_how_many_would_do() {
        Random random = new Random(5);
        List<Judgement> lines = VarianceLedger.judge("proposal", T, einstein(24, 1, random), reference(random));

        Judgement energy = lines.stream()
                .collect(Collectors.toMap(Judgement::quantity, Function.identity()))
                .get(Quantity.MEAN_ENERGY);
        assertThat(energy.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(energy.needed()).isGreaterThan(24);
    }

    @Test
    void a_generator_that_is_five_per_cent_too_wide_fails() {
        Random random = new Random(3);
        var verdicts = verdicts(einstein(1000, 1.05, random), reference(random));

        assertThat(verdicts.get(Quantity.MEAN_ENERGY)).isEqualTo(Verdict.FAIL);
        assertThat(verdicts.get(Quantity.DISPLACEMENT)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void copies_of_one_structure_fail_although_their_mean_is_right() {
        Random random = new Random(4);
        Ensemble one = einstein(1, 1, random);
        Ensemble copies = new Ensemble(LATTICE, 0);
        for (int k = 0; k < 100; k++) {
            copies.add(LATTICE, one.thermalEnergiesEv()[0] * (1 + 1e-9 * k));
        }

        assertThat(verdicts(copies, reference(random)).get(Quantity.ENERGY_VARIANCE))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_energy_curve_of_a_harmonic_crystal_gives_its_canonical_variance() {
        List<EnergyCurve.Point> points = new ArrayList<>();
        for (double t : new double[] {100, 300, 600}) {
            double u = 1.5 * (N - 1) * Kelvin.of(t).energyEv();
            points.add(new EnergyCurve.Point(Kelvin.of(t), new Estimate(u, 1e-3 * u)));
        }

        double kT = T.energyEv();
        assertThat(new EnergyCurve(N, points).variance(T).value()).isCloseTo(1.5 * (N - 1) * kT * kT, within(1e-6));
    }

    /** An AR(1) series x' = a x + noise has tau = (1 + a) / (2 (1 - a)). */
    @Test
    void the_correlation_time_of_an_autoregressive_series_is_found() {
        Random random = new Random(7);
        double[] x = new double[200_000];
        for (int k = 1; k < x.length; k++) {
            x[k] = 0.9 * x[k - 1] + random.nextGaussian();
        }

        assertThat(Autocorrelation.integratedTime(x)).isCloseTo(9.5, within(0.6));
    }
}
