package org.nocturne.generator.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;

class PatternSurfaceTest {
    private static final double[] Q = {1, 3, 6, 9};

    /** Bragg intensity falls as exp(-q^2 c T); between peaks it rises as T exp(-q^2 c T): the first phonon term. */
    private static double[] law(double kelvin) {
        double[] out = new double[Q.length];
        for (int k = 0; k < Q.length; k++) {
            double factor = Math.exp(-2e-5 * Q[k] * Q[k] * kelvin);
            out[k] = k % 2 == 0 ? 5 * factor : 1e-3 * kelvin * factor;
        }
        return out;
    }

    private static PatternSurface surface(int terms) {
        List<PatternSample> samples = new ArrayList<>();
        for (double t = 200; t <= 1300; t += 220) {
            samples.add(new PatternSample(Kelvin.of(t), List.of(law(t), law(t))));
        }
        return new PatternSurface(samples, terms, Q, 1);
    }

    @Test
    void debye_waller_factors_and_one_phonon_scattering_are_exact() {
        for (double kelvin : new double[] {250, 300, 600, 1250}) {
            double[] found = surface(4).at(kelvin);
            double[] exact = law(kelvin);
            for (int k = 0; k < Q.length; k++) {
                assertThat(found[k] / exact[k]).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void more_terms_than_temperatures_are_refused() {
        List<PatternSample> two = List.of(
                new PatternSample(Kelvin.of(300), List.of(law(300), law(300))),
                new PatternSample(Kelvin.of(600), List.of(law(600), law(600))));

        assertThatThrownBy(() -> new PatternSurface(two, 3, Q, 1)).hasMessageContaining("3 terms over 2 temperatures");
    }
}
