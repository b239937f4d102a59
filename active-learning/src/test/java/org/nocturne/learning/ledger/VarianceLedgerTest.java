package org.nocturne.learning.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.EnergyCurve;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;

/** On Einstein crystals, whose every moment is known: <U> = 3/2 (N-1) kB T, Var U = 3/2 (N-1) (kB T)^2, <u^2> = 3 kB T / k. */
class VarianceLedgerTest {
    private static final Kelvin T = Kelvin.of(300);
    private static final double SPRING = 5;
    private static final int N = 125;
    private static final Structure LATTICE =
            new Structure(Cell.cubic(3), Collections.nCopies(1, Element.SI), new double[3]).repeated(5, 5, 5);

    private static final Probe PROBE = new Probe(LATTICE, -10);

    private static Ensemble einstein(int frames, double widthFactor, Random random) {
        Ensemble out = new Ensemble(PROBE);
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
            Ensemble replica = einstein(150, 1, random);
            replicas.add(replica);
            energies.add(replica.thermalEnergiesEv());
        }
        EnergyCurve curve = new EnergyCurve(N, List.of(new EnergyCurve.Point(T, Estimate.meanOf(energies))));
        return new Reference(replicas, energies, curve, "Einstein crystal");
    }

    private static List<Judgement> judge(Ensemble generated, Reference reference) {
        return VarianceLedger.judge("proposal", T, generated, reference, Optional.empty());
    }

    private static Set<Verdict> verdicts(Quantity quantity, Ensemble generated, Reference reference) {
        return judge(generated, reference).stream()
                .filter(l -> l.quantity() == quantity)
                .map(Judgement::verdict)
                .collect(Collectors.toSet());
    }

    @Test
    void a_perfect_generator_passes_every_line_with_enough_samples() {
        Random random = new Random(1);
        List<Judgement> lines = judge(einstein(3000, 1, random), reference(random));

        assertThat(lines).extracting(Judgement::verdict).as("%s", lines).containsOnly(Verdict.PASS);
        assertThat(lines)
                .extracting(Judgement::quantity)
                .contains(Quantity.LONG_WAVES, Quantity.WAVES, Quantity.COVERAGE);
    }

    @Test
    void with_few_samples_it_is_undecided_and_told_how_many_would_do() {
        Random random = new Random(5);
        List<Judgement> lines = judge(einstein(24, 1, random), reference(random));

        assertThat(lines).filteredOn(l -> l.verdict() == Verdict.FAIL).isEmpty();
        Judgement energy = lines.stream()
                .filter(l -> l.quantity() == Quantity.MEAN_ENERGY)
                .findFirst()
                .orElseThrow();
        assertThat(energy.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(energy.needed()).isGreaterThan(24);
    }

    @Test
    void a_generator_that_is_five_per_cent_too_wide_fails() {
        Random random = new Random(3);
        Ensemble wide = einstein(1000, 1.05, random);
        Reference reference = reference(random);

        assertThat(verdicts(Quantity.MEAN_ENERGY, wide, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.DISPLACEMENT, wide, reference)).containsOnly(Verdict.FAIL);
    }

    @Test
    void copies_of_one_structure_fail_although_their_mean_is_right() {
        Random random = new Random(4);
        Ensemble one = einstein(1, 1, random);
        Ensemble copies = new Ensemble(PROBE);
        for (int k = 0; k < 100; k++) {
            copies.add(one.get(0));
        }
        Reference reference = reference(random);

        assertThat(verdicts(Quantity.ENERGY_VARIANCE, copies, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.EFFECTIVE_RANK, copies, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.DISTANCE, copies, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.MIDDLE, copies, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.COVERAGE, copies, reference)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(Quantity.DIFFUSE_VARIANCE, copies, reference)).containsOnly(Verdict.FAIL);
    }

    /** A generator that knows only twenty directions has the right mean square displacement and energy, but not the rank. */
    @Test
    void a_generator_of_few_directions_fails_by_its_rank() {
        Random random = new Random(6);
        Ensemble basis = einstein(20, 1, random);
        Ensemble generated = new Ensemble(PROBE);
        for (int f = 0; f < 300; f++) {
            double[] u = new double[3 * N];
            for (int b = 0; b < basis.size(); b++) {
                double weight = random.nextGaussian() / Math.sqrt(basis.size());
                for (int k = 0; k < u.length; k++) {
                    u[k] += weight * basis.get(b).displacements()[k];
                }
            }
            generated.add(LATTICE.displaced(u), 1.5 * (N - 1) * T.energyEv() - 10);
        }

        assertThat(verdicts(Quantity.EFFECTIVE_RANK, generated, reference(random)))
                .containsOnly(Verdict.FAIL);
    }

    @Test
    void training_frames_are_recognised_when_they_come_back_rescaled_and_moved_by_a_symmetry() {
        Random random = new Random(8);
        Ensemble training = einstein(60, 0.8, random);
        Ensemble fresh = einstein(60, 1, random);
        Ensemble copied = new Ensemble(PROBE);
        for (int f = 0; f < training.size(); f++) {
            double[] u = training.get(f).displacements();
            double[] moved = new double[u.length];
            for (int i = 0; i < N; i++) { // a rotation about [111] of vectors and sites alike
                int x = i / 25;
                int y = i / 5 % 5;
                int z = i % 5;
                int to = z * 25 + x * 5 + y;
                for (int axis = 0; axis < 3; axis++) {
                    moved[3 * to + (axis + 1) % 3] = 1.25 * u[3 * i + axis];
                }
            }
            copied.add(LATTICE.displaced(moved), -10);
        }
        Reference reference = reference(random);

        assertThat(copying(copied, reference, training)).isEqualTo(Verdict.FAIL);
        assertThat(copying(fresh, reference, training)).isNotEqualTo(Verdict.FAIL);
    }

    private static Verdict copying(Ensemble generated, Reference reference, Ensemble training) {
        return VarianceLedger.judge("proposal", T, generated, reference, Optional.of(training)).stream()
                .filter(l -> l.quantity() == Quantity.COPYING)
                .map(Judgement::verdict)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void replicas_of_the_reference_decide_what_no_number_of_samples_can() {
        Random random = new Random(9);
        List<Ensemble> replicas = List.of(einstein(6, 1, random), einstein(6, 1, random));
        List<double[]> energies =
                replicas.stream().map(Ensemble::thermalEnergiesEv).toList();
        EnergyCurve curve = new EnergyCurve(N, List.of(new EnergyCurve.Point(T, Estimate.meanOf(energies))));

        List<Judgement> lines = judge(einstein(2000, 1, random), new Reference(replicas, energies, curve, "short MD"));

        assertThat(lines)
                .filteredOn(l -> l.quantity() == Quantity.MEAN_ENERGY)
                .first()
                .satisfies(l -> assertThat(l.needed()).isEqualTo(-1));
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
}
