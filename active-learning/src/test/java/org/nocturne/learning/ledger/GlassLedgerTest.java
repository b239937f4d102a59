package org.nocturne.learning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassProbe;
import org.nocturne.learning.ensemble.GlassReference;

/**
 * On glasses of which everything is known: basins lie anywhere, as an ideal gas, with Gaussian energies; within a basin each coordinate is an oscillator,
 * so that U - U_IS is 3/2 N kB T with variance 3/2 N (kB T)^2.
 */
class GlassLedgerTest {
    private static final Kelvin T = Kelvin.of(300);
    private static final int N = 256;
    private static final double SIGMA = 0.1;
    private static final Structure LATTICE = new Structure(
                    Cell.cubic(5.73),
                    Collections.nCopies(4, Element.AR),
                    new double[] {0, 0, 0, 0, 2.865, 2.865, 2.865, 0, 2.865, 2.865, 2.865, 0})
            .repeated(4, 4, 4);

    private static final GlassProbe PROBE = new GlassProbe(new InherentStructure(LATTICE, -30, 0));
    private static final GlassReference MD = new GlassReference(
            PROBE, new Families<>(quenches(200, 5, 20, 0.5, 1, new SplittableRandom(1985))), "glasses of an ideal gas");

    /**
     * Frames of some basins.
     *
     * @param mean energy of the basins, eV
     * @param deviation of it between basins, eV
     * @param heat energy within over that at T
     */
    private static List<List<GlassConfiguration>> quenches(
            int basins, int frames, double mean, double deviation, double heat, RandomGenerator random) {
        List<List<GlassConfiguration>> out = new ArrayList<>();
        for (int b = 0; b < basins; b++) {
            double[] xyz = new double[3 * N];
            for (int k = 0; k < xyz.length; k++) {
                xyz[k] = LATTICE.cell().component(0, 0) * random.nextDouble();
            }
            InherentStructure bottom =
                    new InherentStructure(LATTICE.withPositions(xyz), mean - 30 + deviation * random.nextGaussian(), 0);
            List<GlassConfiguration> family = new ArrayList<>();
            for (int f = 0; f < frames; f++) {
                family.add(frame(bottom, heat, random));
            }
            out.add(family);
        }
        return out;
    }

    private static GlassConfiguration frame(InherentStructure bottom, double heat, RandomGenerator random) {
        double[] u = new double[3 * N];
        double square = 0;
        for (int k = 0; k < u.length; k++) {
            double p = Math.sqrt(heat) * random.nextGaussian();
            u[k] = SIGMA * p;
            square += p * p;
        }
        double energy = bottom.energyEv() + T.energyEv() * square / 2;
        return PROBE.measure(bottom.structure().displaced(u), energy, bottom);
    }

    private static List<GlassConfiguration> flat(List<List<GlassConfiguration>> families) {
        return families.stream().flatMap(List::stream).toList();
    }

    private static List<Judgement> judge(List<GlassConfiguration> generated) {
        return GlassLedger.judge("samples", T, generated, MD);
    }

    private static List<Verdict> verdicts(List<Judgement> lines, Quantity quantity) {
        return lines.stream()
                .filter(l -> l.quantity() == quantity)
                .map(Judgement::verdict)
                .toList();
    }

    @Test
    void a_perfect_generator_passes_every_line_with_enough_basins() {
        List<Judgement> lines = judge(flat(quenches(600, 1, 20, 0.5, 1, new SplittableRandom(1))));

        assertThat(lines).extracting(Judgement::verdict).as("%s", lines).containsOnly(Verdict.PASS);
        assertThat(lines)
                .extracting(Judgement::quantity)
                .contains(
                        Quantity.MEAN_ENERGY,
                        Quantity.ENERGY_VARIANCE,
                        Quantity.DISPLACEMENT,
                        Quantity.INHERENT_MEAN,
                        Quantity.INHERENT_VARIANCE,
                        Quantity.STRUCTURE_FACTOR,
                        Quantity.STRUCTURE_FACTOR_VARIANCE,
                        Quantity.PAIR_DISTANCES,
                        Quantity.DIFFUSION);
    }

    @Test
    void energies_within_and_between_are_what_they_were_drawn_with() {
        double thermal = 1.5 * N * T.energyEv();
        Families<GlassConfiguration> md = MD.quenches();

        assertThat(md.meanOf(GlassConfiguration::thermalEnergyEv) / thermal).isBetween(0.99, 1.01);
        assertThat(md.varianceOf(GlassConfiguration::thermalEnergyEv) / (thermal * T.energyEv()))
                .isBetween(0.8, 1.2);
        assertThat(md.meanOf(GlassConfiguration::inherentEnergyEv)).isBetween(19.9, 20.1);
        assertThat(md.varianceOf(GlassConfiguration::inherentEnergyEv)).isBetween(0.18, 0.32);
        assertThat(md.meanOf(GlassConfiguration::squareAngstrom)
                        / (2.366 * SIGMA * SIGMA)) // median of chi^2 with 3 degrees
                .isBetween(0.98, 1.02);
    }

    /** The mission's own fault, one storey up: many frames of a few quenches have the spread within, and none of that between. */
    @Test
    void frames_of_a_few_quenches_fail_for_want_of_basins_and_are_not_taken_for_independent() {
        List<Judgement> lines = judge(flat(quenches(3, 40, 20, 0.5, 1, new SplittableRandom(2))));

        assertThat(lines)
                .filteredOn(l -> l.verdict() == Verdict.FAIL)
                .extracting(Judgement::quantity)
                .containsExactly(Quantity.DIFFUSION);
        assertThat(verdicts(lines, Quantity.INHERENT_VARIANCE)).containsOnly(Verdict.UNDECIDED);
        assertThat(lines)
                .filteredOn(l -> l.quantity() == Quantity.INHERENT_VARIANCE)
                .first()
                .satisfies(l -> {
                    assertThat(l.samples()).isEqualTo(3);
                    assertThat(l.source()).endsWith("120 configurations of 3 melts");
                });
    }

    @Test
    void of_two_melts_nothing_is_said_but_that_they_are_two() {
        List<Judgement> lines = judge(flat(quenches(2, 20, 20, 0.5, 1, new SplittableRandom(8))));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(Quantity.DIFFUSION);
            assertThat(line.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(line.estimate().value()).isEqualTo(1);
        });
    }

    @Test
    void basins_that_are_too_alike_fail_although_each_is_a_melt_of_its_own() {
        List<Judgement> lines = judge(flat(quenches(200, 1, 20, 0.2, 1, new SplittableRandom(3))));

        assertThat(verdicts(lines, Quantity.INHERENT_VARIANCE)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.DIFFUSION)).containsOnly(Verdict.PASS);
        assertThat(verdicts(lines, Quantity.ENERGY_VARIANCE)).doesNotContain(Verdict.FAIL);
    }

    @Test
    void poorer_glasses_fail_by_the_energy_of_their_basins_alone() {
        List<Judgement> lines = judge(flat(quenches(100, 2, 21, 0.5, 1, new SplittableRandom(4))));

        assertThat(verdicts(lines, Quantity.INHERENT_MEAN)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.MEAN_ENERGY)).doesNotContain(Verdict.FAIL);
    }

    @Test
    void a_generator_that_is_too_warm_fails_within_its_basins() {
        List<Judgement> lines = judge(flat(quenches(200, 2, 20, 0.5, 350.0 / 300, new SplittableRandom(5))));

        assertThat(verdicts(lines, Quantity.MEAN_ENERGY)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.DISPLACEMENT)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.INHERENT_MEAN)).containsOnly(Verdict.PASS);
    }

    @Test
    void minima_without_motion_fail() {
        List<Judgement> lines = judge(flat(quenches(200, 1, 20, 0.5, 0, new SplittableRandom(6))));

        assertThat(verdicts(lines, Quantity.MEAN_ENERGY)).containsOnly(Verdict.FAIL);
        assertThat(verdicts(lines, Quantity.ENERGY_VARIANCE)).containsOnly(Verdict.FAIL);
    }

    @Test
    void families_are_found_whatever_the_order_of_their_members() {
        List<GlassConfiguration> mixed = new ArrayList<>(flat(quenches(6, 5, 20, 0.5, 1, new SplittableRandom(7))));
        Collections.shuffle(mixed, new java.util.Random(1));

        assertThat(PROBE.families(mixed).groups()).hasSize(6).allSatisfy(f -> assertThat(f)
                .hasSize(5)
                .extracting(GlassConfiguration::inherentEnergyEv)
                .containsOnly(f.get(0).inherentEnergyEv()));
    }
}
