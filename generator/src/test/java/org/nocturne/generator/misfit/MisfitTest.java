package org.nocturne.generator.misfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.DifferentiableObservable;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.scattering.ScatteringMethod;

class MisfitTest {
    private static final double[] Q = {1, 2, 3, 4, 5};
    private static final double[] CALCULATED = {1, 4, 2, 0.5, 3};
    private static final double[] SIGMA = {0.1, 0.2, 0.1, 0.3, 0.2};

    @Test
    void a_scaled_and_lifted_pattern_fits_exactly() {
        Spectrum target = new Spectrum(Q, line(2.5, 7), SIGMA);
        ReducedChiSquare chi2 = new ReducedChiSquare(target, Adjustment.SCALE_AND_BACKGROUND);
        assertThat(chi2.of(CALCULATED)).isCloseTo(0, within(1e-20));
        assertThat(chi2.adjusted(CALCULATED).scale()).isCloseTo(2.5, within(1e-12));
        assertThat(chi2.adjusted(CALCULATED).background()).isCloseTo(7, within(1e-12));
        assertThat(new Rwp(target, Adjustment.SCALE_AND_BACKGROUND).of(CALCULATED))
                .isCloseTo(0, within(1e-12));
        assertThat(new ScaleAndBackground(2.5, 7).apply(CALCULATED)).containsExactly(line(2.5, 7), within(1e-12));
    }

    /** y = (2, 0), c = (1, 1), sigma = (1, 2): s = 2/(1 + 1/4) = 1.6; residuals 0.4 and -1.6 give 0.16 + 0.64 = 0.8. */
    @Test
    void two_points_worked_by_hand() {
        Spectrum target = new Spectrum(new double[] {1, 2}, new double[] {2, 0}, new double[] {1, 2});
        double[] flat = {1, 1};
        assertThat(new ReducedChiSquare(target, Adjustment.SCALE).of(flat)).isCloseTo(0.8, within(1e-14));
        assertThat(new ReducedChiSquare(target, Adjustment.NONE).of(flat)).isCloseTo(1.25 / 2, within(1e-14));
        assertThat(new Rwp(target, Adjustment.SCALE).of(flat)).isCloseTo(Math.sqrt(0.8 / 4), within(1e-14));
    }

    @Test
    void r_of_s_minus_one_counts_only_the_stated_range() {
        Spectrum observed = Spectrum.of(Q, new double[] {5, 2, 1, 0, 9});
        RStructureFactor r = new RStructureFactor(observed, 2, 4);
        assertThat(r.of(new double[] {0, 2, 1.5, 0.5, 0})).isCloseTo(Math.sqrt(0.5 / 2), within(1e-14));
        assertThatThrownBy(() -> new RStructureFactor(observed, 3, 3)).hasMessageContaining("not defined");
    }

    @Test
    void what_cannot_be_determined_is_refused() {
        Spectrum target = new Spectrum(Q, line(1, 0), SIGMA);
        double[] flat = {3, 3, 3, 3, 3};
        assertThatThrownBy(() -> new Rwp(target, Adjustment.SCALE_AND_BACKGROUND).of(flat))
                .hasMessageContaining("scale and background cannot be told apart");
        assertThatThrownBy(() -> new Rwp(target, Adjustment.SCALE).of(new double[5]))
                .hasMessageContaining("the scale cannot be determined");
        assertThatThrownBy(() -> new Rwp(target, Adjustment.NONE).of(new double[4]))
                .hasMessageContaining("target has 5 points but the calculated pattern 4");
        assertThatThrownBy(() -> new Rwp(Spectrum.of(Q, new double[5]), Adjustment.NONE))
                .hasMessageContaining("zero everywhere");
    }

    @Test
    void chi2_without_errors_is_refused_and_rwp_takes_unit_weights() {
        Spectrum target = Spectrum.of(Q, line(1, 1));
        assertThatThrownBy(() -> new ReducedChiSquare(target, Adjustment.NONE))
                .hasMessage(
                        "chi2 needs the standard error of every point, and the target states none; add a third column"
                                + " of errors, or use Rwp");
        double squares = 4 + 25 + 9 + 2.25 + 16;
        assertThat(new Rwp(target, Adjustment.NONE).of(CALCULATED)).isCloseTo(Math.sqrt(5 / squares), within(1e-14));
        Spectrum two = new Spectrum(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 1});
        assertThatThrownBy(() -> new ReducedChiSquare(two, Adjustment.SCALE_AND_BACKGROUND))
                .hasMessageContaining("no degree of freedom");
    }

    @Test
    void the_noise_itself_gives_one() {
        Random random = new Random(5);
        int n = 20000;
        double[] q = new double[n];
        double[] y = new double[n];
        double[] sigma = new double[n];
        double[] c = new double[n];
        for (int k = 0; k < n; k++) {
            q[k] = k;
            c[k] = 1 + Math.sin(0.01 * k);
            sigma[k] = 0.1 + 0.1 * random.nextDouble();
            y[k] = 3 * c[k] + 2 + sigma[k] * random.nextGaussian();
        }
        double chi2 = new ReducedChiSquare(new Spectrum(q, y, sigma), Adjustment.SCALE_AND_BACKGROUND).of(c);
        assertThat(chi2).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    }

    /** The whole chain, positions to chi2, against differences of fourth order. */
    @ParameterizedTest
    @EnumSource(ScatteringMethod.class)
    void the_gradient_of_chi2_meets_central_differences(ScatteringMethod method) {
        double[] q = new double[40];
        for (int k = 0; k < q.length; k++) {
            q[k] = 0.5 + 0.2 * k;
        }
        DifferentiableObservable observable = Patterns.observable(PatternSettings.disordered(Radiation.XRAY, 3.9, q)
                .withMethod(method)
                .withResolution(Resolution.constantSigma(0.2)));
        Random random = new Random(3);
        double[] xyz = random.doubles(24, 0, 8).toArray();
        List<Element> species =
                List.of(Element.SI, Element.O, Element.O, Element.SI, Element.O, Element.O, Element.SI, Element.O);
        Structure structure = new Structure(Cell.cubic(8), species, xyz);
        double[] measured = observable.intensity(
                structure.displaced(random.doubles(24, -0.3, 0.3).toArray()));
        double[] sigma = random.doubles(q.length, 0.05, 0.1).toArray();
        ReducedChiSquare chi2 = new ReducedChiSquare(new Spectrum(q, measured, sigma), Adjustment.SCALE_AND_BACKGROUND);

        double[] gradient = chi2.gradient(observable, structure);

        double scale = 0;
        for (double g : gradient) {
            scale = Math.max(scale, Math.abs(g));
        }
        double worst = 0;
        for (int k = 0; k < 24; k++) {
            double wide = difference(chi2, observable, structure, k, 4e-4);
            double narrow = difference(chi2, observable, structure, k, 2e-4);
            worst = Math.max(worst, Math.abs((4 * narrow - wide) / 3 - gradient[k]));
        }
        System.out.printf("gradient of chi2, %s: max error / max gradient = %.2e%n", method, worst / scale);
        assertThat(worst).isLessThan(1e-6 * scale);
    }

    private static double difference(
            Misfit misfit, DifferentiableObservable observable, Structure structure, int k, double h) {
        double[] move = new double[3 * structure.size()];
        move[k] = h;
        double up = misfit.of(observable.intensity(structure.displaced(move)));
        move[k] = -h;
        return (up - misfit.of(observable.intensity(structure.displaced(move)))) / (2 * h);
    }

    private static double[] line(double scale, double background) {
        double[] y = new double[CALCULATED.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = scale * CALCULATED[k] + background;
        }
        return y;
    }
}
