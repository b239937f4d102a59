package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {

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
