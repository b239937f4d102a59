package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.TwoTheta;

class InstrumentTest {
    private static final TwoTheta COPPER = new TwoTheta(1.5406);

    @Property
    void two_theta_comes_back_from_q(@ForAll @DoubleRange(min = 0, max = 175) double degree) {
        assertThat(COPPER.degree(COPPER.qPerAngstrom(degree))).isCloseTo(degree, within(1e-10 * (1 + degree)));
    }

    /** Silicon (111), a = 5.4309 angstrom, with copper K-alpha 1: 28.443 degree (NIST SRM 640). */
    @Test
    void silicon_111_stands_where_the_standard_says() {
        assertThat(COPPER.degree(2 * Math.PI * Math.sqrt(3) / 5.4309)).isCloseTo(28.443, within(2e-3));
    }

    @Test
    void an_angle_or_q_out_of_reach_is_refused() {
        assertThatThrownBy(() -> COPPER.degree(9)).hasMessageContaining("reaches 0 to 8.15");
        assertThatThrownBy(() -> COPPER.qPerAngstrom(-1)).hasMessageContaining("between 0 and 180");
        assertThatThrownBy(() -> new TwoTheta(0)).hasMessageContaining("wavelength is 0.0");
    }

    /** At 2 theta = 90 degree: P = 1/2, or 1/(1 + 1/4) behind a monochromator at 60, and L = 1/(1/2 cos 45) = 2 sqrt 2. */
    @Test
    void lorentz_and_polarisation_at_ninety_degree_are_worked_by_hand() {
        double q = COPPER.qPerAngstrom(90);
        LorentzPolarisation plain = LorentzPolarisation.withoutMonochromator(COPPER);
        assertThat(plain.polarisation(q)).isCloseTo(0.5, within(1e-12));
        assertThat(plain.forIntegratedLine(q)).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(LorentzPolarisation.withMonochromator(COPPER, 60).polarisation(q))
                .isCloseTo(0.8, within(1e-12));
        assertThat(plain.polarisation(0)).isEqualTo(1);
    }

    @Test
    void a_polarised_observable_and_its_gradient_carry_the_factor() {
        double[] q = Grids.even(1, 7, 20);
        DifferentiableObservable bare =
                Patterns.observable(PatternSettings.crystal(Radiation.XRAY, Resolution.constantSigma(0.2), q));
        LorentzPolarisation factor = LorentzPolarisation.withMonochromator(COPPER, 26.6);
        DifferentiableObservable polarised = new Polarised(bare, factor, q);
        var gas = Crystals.skewedGas(6, 2);
        assertThat(polarised.intensity(gas)[7])
                .isCloseTo(bare.intensity(gas)[7] * factor.polarisation(q[7]), within(1e-12));
        GradientTest.check(polarised, gas, 1e-6);
    }

    @Test
    void widths_are_stated_as_fwhm_and_used_as_sigma() {
        assertThat(Resolution.constantFwhm(0.1).sigmaPerAngstrom(3)).isCloseTo(0.0424661, within(1e-7));
        double narrow = COPPER.qPerAngstrom(60.05) - COPPER.qPerAngstrom(59.95);
        assertThat(Resolution.constantTwoThetaFwhm(COPPER, 0.1).sigmaPerAngstrom(COPPER.qPerAngstrom(60)))
                .isCloseTo(narrow / Resolution.FWHM_PER_SIGMA, within(1e-9));
    }

    /** The same lines, once with the law of a diffractometer: narrower in q towards high angle, areas unchanged. */
    @Test
    void a_diffractometer_s_lines_keep_their_area() {
        double[] q = Grids.even(1, 7, 6001);
        var cell = Crystals.diamond(5.431);
        double[] constant = Patterns.observable(
                        PatternSettings.crystal(Radiation.XRAY, Resolution.constantSigma(0.02), q))
                .intensity(cell);
        double[] varying = Patterns.observable(
                        PatternSettings.crystal(Radiation.XRAY, Resolution.constantTwoThetaFwhm(COPPER, 0.5), q))
                .intensity(cell);
        assertThat(area(q, varying)).isCloseTo(area(q, constant), within(1e-3 * area(q, constant)));
    }

    private static double area(double[] q, double[] s) {
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            sum += q[k] * q[k] * s[k] * (q[1] - q[0]);
        }
        return sum;
    }

    @Test
    void every_kind_of_target_has_its_method() {
        assertThat(PatternKind.values())
                .extracting(ScatteringMethod::of)
                .containsExactly(ScatteringMethod.KPOINTS, ScatteringMethod.PAIRS, ScatteringMethod.BINNED);
    }

    @Test
    void settings_that_cannot_be_meant_are_refused() {
        assertThatThrownBy(() -> PatternSettings.cluster(Radiation.XRAY, 2, 1)).hasMessageContaining("rise strictly");
        assertThatThrownBy(() -> PatternSettings.disordered(Radiation.XRAY, 0, 1, 2))
                .hasMessageContaining("pair cut-off is 0.0");
        assertThatThrownBy(() -> PatternSettings.cluster(Radiation.XRAY, 1, 2)
                        .withResolution(Resolution.constantTwoThetaFwhm(COPPER, 0.1)))
                .hasMessageContaining("needs KPOINTS");
        assertThatThrownBy(() -> Resolution.constantSigma(-1)).hasMessageContaining("not below 0");
    }
}
