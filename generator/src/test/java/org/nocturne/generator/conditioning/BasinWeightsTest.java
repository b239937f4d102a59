package org.nocturne.generator.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BasinWeightsTest {
    private static ScalarFit fit(double chiSquare) {
        return new ScalarFit(
                List.of(Scalar.TEMPERATURE),
                new double[] {300},
                new double[] {3},
                new double[] {9},
                294,
                306,
                chiSquare,
                100,
                3,
                List.of(),
                true);
    }

    @Test
    void equalFitsShareAndTheirWeightsAddUpToOne() {
        BasinWeights shared = BasinWeights.of(List.of(fit(90), fit(90)));
        assertThat(shared.weights()).containsExactly(0.5, 0.5);
        assertThat(shared.isDecided()).isFalse();
    }

    @Test
    void likelihoodRatioOfTwentyDecidesAtNinetyFivePerCent() {
        double rise = 2 * Math.log(19); // chi2 difference of odds 19 to 1
        assertThat(BasinWeights.of(List.of(fit(90 + rise + 0.01), fit(90))).isDecided())
                .isTrue();
        BasinWeights nearly = BasinWeights.of(List.of(fit(90 + rise - 0.01), fit(90)));
        assertThat(nearly.isDecided()).isFalse();
        assertThat(nearly.best()).isEqualTo(1);
        assertThat(nearly.weights().get(0)).isCloseTo(0.05, within(1e-3));
    }

    @Test
    void badFitsDecideLess() {
        double sure = BasinWeights.of(List.of(fit(100), fit(110))).weights().get(1);
        double doubtful = BasinWeights.of(List.of(fit(400), fit(410))).weights().get(1); // chi2 per degree of freedom 4
        assertThat(sure).isCloseTo(1 / (1 + Math.exp(5)), within(1e-9));
        assertThat(doubtful).isCloseTo(1 / (1 + Math.exp(1.25)), within(1e-9));
    }
}
