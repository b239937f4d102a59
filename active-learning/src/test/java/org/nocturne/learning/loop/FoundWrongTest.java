package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;

class FoundWrongTest {
    /** Of the mean energy, whose band ends at 1 % either side: a version is left out for what chance does not do, not for having missed a gate. */
    @ParameterizedTest
    @CsvSource({
        "FAIL, -10, 0.7, true",
        "FAIL, -1.3, 0.25, false",
        "FAIL, 1.8, 0.25, true",
        "UNDECIDED, -10, 0.7, false",
        "PASS, 0.1, 0.2, false"
    })
    void a_version_is_wrong_where_a_gate_fails_by_more_than_three_standard_errors(
            Verdict verdict, double value, double error, boolean isWrong) {
        assertThat(FoundWrong.isWrong(line(Quantity.MEAN_ENERGY, verdict, value, error)))
                .isEqualTo(isWrong);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1, false", "2.2, 0.1, false", "2.4, 0.1, true"})
    void where_little_is_as_good_as_none_only_too_much_is_wrong(double value, double error, boolean isWrong) {
        assertThat(FoundWrong.isWrong(line(Quantity.PAIR_DISTANCES, Verdict.FAIL, value, error)))
                .isEqualTo(isWrong);
    }

    private static Judgement line(Quantity quantity, Verdict verdict, double value, double error) {
        Estimate estimate = new Estimate(value, error);
        double half = 1.645 * error;
        return new Judgement(
                Assessment.PROPOSAL,
                quantity,
                "",
                Kelvin.of(300),
                estimate,
                value - half,
                value + half,
                20,
                0,
                verdict,
                "MD");
    }
}
