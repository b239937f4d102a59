package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class DebyeTest {
    private static final ScatteringAmplitude XRAY = ScatteringAmplitude.of(Radiation.XRAY);
    private static final double[] REFERENCE_Q = Grids.even(0.5, 20, 400);

    @ParameterizedTest
    @ValueSource(strings = {"nmm", "si1000", "si1000_rattled"})
    void the_exact_sum_meets_the_reference_to_1e_6(String name) throws IOException {
        Structure cluster = DebyeReference.cluster(name.equals("nmm") ? "nmm_gfn2.xyz" : name + ".xyz");
        double[] expected = DebyeReference.column(name + ".exact_wk.txt", 1);

        double error = Grids.relativeToMaximum(new DebyeSum(XRAY, REFERENCE_Q, 0, 0).intensity(cluster), expected);

        System.out.printf("exact Debye, %s: max error / max I = %.2e%n", name, error);
        assertThat(error).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nmm", "si1000", "si1000_rattled", "si4096"})
    void the_binned_sum_meets_the_reference_to_1e_6(String name) throws IOException {
        Structure cluster = DebyeReference.cluster(name.equals("nmm") ? "nmm_gfn2.xyz" : name + ".xyz");
        double[] expected = DebyeReference.column(name + ".exact_wk.txt", 1);
        BinnedDebye binned = new BinnedDebye(XRAY, REFERENCE_Q, 0, 0, BinnedDebye.DEFAULT_BIN_ANGSTROM);

        long start = System.nanoTime();
        double error = Grids.relativeToMaximum(binned.intensity(cluster), expected);

        System.out.printf(
                "binned Debye, %s: max error / max I = %.2e, %.3f s%n", name, error, (System.nanoTime() - start) / 1e9);
        assertThat(error).isLessThan(1e-6);
    }

    @Test
    void binned_and_exact_agree_to_1e_9_of_the_maximum() throws IOException {
        Structure cluster = DebyeReference.cluster("si1000_rattled.xyz");
        double error = Grids.relativeToMaximum(
                new BinnedDebye(XRAY, REFERENCE_Q, 0.5, 0.05, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(cluster),
                new DebyeSum(XRAY, REFERENCE_Q, 0.5, 0.05).intensity(cluster));
        System.out.printf("binned against exact, si1000_rattled: %.2e%n", error);
        assertThat(error).isLessThan(1e-9);
    }

    /** 260 angstrom from corner to corner: the bins are five times as wide as in a small cluster. */
    @Test
    void the_wide_bins_of_a_large_cluster_lose_nothing_that_shows() {
        Structure large = Crystals.gas(Cell.cubic(150), 400, 3, List.of(Element.SI, Element.O));
        double error = Grids.relativeToMaximum(
                new BinnedDebye(XRAY, REFERENCE_Q, 0.5, 0.05, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(large),
                new DebyeSum(XRAY, REFERENCE_Q, 0.5, 0.05).intensity(large));
        double sharp = Grids.relativeToMaximum(
                new BinnedDebye(XRAY, REFERENCE_Q, 0, 0, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(large),
                new DebyeSum(XRAY, REFERENCE_Q, 0, 0).intensity(large));
        System.out.printf("binned against exact, 260 angstrom: %.2e, without damping %.2e%n", error, sharp);
        assertThat(error).isLessThan(1e-9);
        assertThat(sharp).isLessThan(1e-8);
    }

    /** Three million pairs are counted by their squares. In a perfect crystal, whose distances repeat, the places within a bin are as uneven as can be. */
    @ParameterizedTest
    @ValueSource(strings = {"crystal", "rattled", "gas"})
    void many_pairs_lose_nothing_that_shows(String name) {
        Structure many =
                switch (name) {
                    case "crystal" -> Crystals.diamond(5.431).repeated(7, 7, 7);
                    case "rattled" -> Crystals.rattled(Crystals.diamond(5.431).repeated(7, 7, 7), 0.08, 5);
                    default -> Crystals.gas(Cell.cubic(40), 2500, 3, List.of(Element.SI, Element.O));
                };
        double error = Grids.relativeToMaximum(
                new BinnedDebye(XRAY, REFERENCE_Q, 0, 0, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(many),
                new DebyeSum(XRAY, REFERENCE_Q, 0, 0).intensity(many));
        System.out.printf("squares against exact, %s: %.2e%n", name, error);
        assertThat(error).isLessThan(1e-7);
    }

    /** Reference by DebyeCalculator (Apache-2.0) with B = 0.3, in single precision. */
    @Test
    void the_antifluorite_cluster_with_isotropic_b_meets_its_reference() throws IOException {
        Structure cluster = DebyeReference.cluster("structure_AntiFluorite_Co2O_radius10.0.xyz");
        double[] q = DebyeReference.column("iq_AntiFluorite_Co2O_radius10.0.dat", 0);
        double[] expected = DebyeReference.column("iq_AntiFluorite_Co2O_radius10.0.dat", 1);

        double error = Grids.relativeToMaximum(
                new BinnedDebye(XRAY, q, 0.3, 0, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(cluster), expected);

        System.out.printf("Co2O, B = 0.3: max error / max I = %.2e%n", error);
        assertThat(error).isLessThan(2e-5);
    }

    @Test
    void two_atoms_scatter_as_debye_wrote_it_in_1915() {
        double[] q = {0, 0.3, 1, 2.5, 7, 19};
        Structure pair = new Structure(Cell.open(), List.of(Element.H, Element.O), new double[] {0, 0, 0, 0.6, 0, 0.8});
        double[] exact = new DebyeSum(XRAY, q, 0, 0).intensity(pair);
        double[] binned = new BinnedDebye(XRAY, q, 0, 0, BinnedDebye.DEFAULT_BIN_ANGSTROM).intensity(pair);
        for (int k = 0; k < q.length; k++) {
            double h = WaasmaierKirfel.formFactor(Element.H, q[k]);
            double o = WaasmaierKirfel.formFactor(Element.O, q[k]);
            double sinc = q[k] == 0 ? 1 : Math.sin(q[k]) / q[k];
            double expected = h * h + o * o + 2 * h * o * sinc;
            assertThat(exact[k]).isCloseTo(expected, within(1e-12 * expected));
            assertThat(binned[k]).isCloseTo(expected, within(1e-8 * expected));
        }
    }

    @Test
    void coincident_atoms_scatter_as_one_heavier_atom() {
        double[] q = {0, 1, 5};
        Structure twice = new Structure(Cell.open(), List.of(Element.H, Element.H), new double[6]);
        assertThat(new DebyeSum(ScatteringAmplitude.unit(), q, 0, 0).intensity(twice))
                .containsExactly(new double[] {4, 4, 4}, within(1e-12));
        assertThat(new BinnedDebye(ScatteringAmplitude.unit(), q, 0, 0, 0.002).intensity(twice))
                .containsExactly(new double[] {4, 4, 4}, within(1e-9));
    }

    /** Convolving q (I - self) with a Gaussian is the same as damping the pairs. */
    @Test
    void a_resolution_in_q_damps_the_pairs() {
        double sigma = 0.2;
        Structure pair = new Structure(Cell.open(), List.of(Element.H, Element.H), new double[] {0, 0, 0, 3, 0, 0});
        double[] fine = Grids.even(0.001, 8, 8000);
        double[] sharp = new DebyeSum(ScatteringAmplitude.unit(), fine, 0, 0).intensity(pair);
        double at = 4;
        double convolved = 0;
        for (int k = 0; k < fine.length; k++) {
            convolved += fine[k] * (sharp[k] - 2) * Math.exp(-Math.pow((fine[k] - at) / sigma, 2) / 2);
        }
        convolved *= (fine[1] - fine[0]) / (sigma * Math.sqrt(2 * Math.PI));
        double smeared = new DebyeSum(ScatteringAmplitude.unit(), new double[] {at}, 0, sigma).intensity(pair)[0];
        assertThat(at * (smeared - 2)).isCloseTo(convolved, within(1e-9));
    }
}
