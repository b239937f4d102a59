package org.nocturne.learning.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;

class TrendTestTest {
    private static final int LINES = 20;
    private static final int SAMPLES = 60;
    private static final int NIGHTS = 4000;

    /** A line of rho-mode, band 0.8 to 1.25, with the verdict that the ledger gives it. */
    private static Judgement line(int part, double value, double error) {
        double low = value - 1.645 * error;
        double high = value + 1.645 * error;
        boolean outside = value < 0.8 || value > 1.25;
        Verdict verdict = low >= 0.8 && high <= 1.25
                ? Verdict.PASS
                : outside && high - low <= 0.45 || high < 0.8 || low > 1.25 ? Verdict.FAIL : Verdict.UNDECIDED;
        return new Judgement(
                "proposal",
                Quantity.WAVES,
                "shell " + part,
                Kelvin.of(300),
                new Estimate(value, error),
                low,
                high,
                SAMPLES,
                0,
                verdict,
                "MD");
    }

    private static Finding judge(List<Judgement> before, List<Judgement> now) {
        return TrendTest.judge(now, before, now);
    }

    private static List<Judgement> one(double value, double error) {
        return List.of(line(0, value, error));
    }

    /**
     * Lines about {@code truth} of two rounds that share their reference, and a part of their samples: both errors have 0.6 of their
     * variance from it.
     */
    private record Night(List<Judgement> before, List<Judgement> now) {
        static Night drawn(Random random, double truthBefore, double truthNow, double error) {
            List<Judgement> before = new ArrayList<>();
            List<Judgement> now = new ArrayList<>();
            for (int k = 0; k < LINES; k++) {
                double shared = Math.sqrt(0.6) * random.nextGaussian();
                before.add(line(k, truthBefore + error * noise(random, shared), error));
                now.add(line(k, truthNow + error * noise(random, shared), error));
            }
            return new Night(before, now);
        }

        private static double noise(Random random, double shared) {
            return shared + Math.sqrt(0.4) * random.nextGaussian();
        }

        Finding finding() {
            return judge(before, now);
        }
    }

    private static double share(Trend trend, double before, double now, double error, long seed) {
        Random random = new Random(seed);
        int count = 0;
        for (int k = 0; k < NIGHTS; k++) {
            if (Night.drawn(random, before, now, error).finding().trend() == trend) {
                count++;
            }
        }
        return count / (double) NIGHTS;
    }

    @Test
    void a_generator_that_is_what_it_was_is_rarely_said_to_have_changed() {
        double alarm = TrendTest.LEVEL + 3 * Math.sqrt(0.05 * 0.95 / NIGHTS);

        for (double truth : new double[] {1, 1.2, 1.5, 0.6}) {
            double improving = share(Trend.IMPROVING, truth, truth, 0.05, 1);
            double regressing = share(Trend.REGRESSING, truth, truth, 0.05, 1);

            assertThat(improving + regressing).isLessThan(alarm);
        }
    }

    /** The level is reached where the rounds share nothing: then the test is exact but for the few degrees of freedom it grants. */
    @Test
    void independent_rounds_come_near_to_the_level_and_not_above_it() {
        Random random = new Random(5);
        int alarms = 0;
        for (int k = 0; k < NIGHTS; k++) {
            Finding finding =
                    judge(one(1.6 + 0.05 * random.nextGaussian(), 0.05), one(1.6 + 0.05 * random.nextGaussian(), 0.05));
            alarms += finding.trend() == Trend.IMPROVING || finding.trend() == Trend.REGRESSING ? 1 : 0;
        }

        assertThat(alarms / (double) NIGHTS).isBetween(0.03, 0.06);
    }

    @Test
    void five_errors_of_progress_in_every_line_are_seen_and_so_are_five_lost() {
        assertThat(share(Trend.IMPROVING, 1.6, 1.35, 0.05, 2)).isGreaterThan(0.95);
        assertThat(share(Trend.REGRESSING, 1.35, 1.6, 0.05, 2)).isGreaterThan(0.95);
    }

    @Test
    void a_loop_that_gains_what_a_round_is_worth_is_rarely_called_stalled() {
        double edge = 0.25; // from the ideal to the edge of the band
        double stalled = share(Trend.STALLED, 1.6, 1.6 - TrendTest.WORTH * edge, 0.05, 3);

        assertThat(stalled).isLessThan(TrendTest.LEVEL + 3 * Math.sqrt(0.05 * 0.95 / NIGHTS));
    }

    @Test
    void one_that_stands_still_is_called_stalled_once_the_errors_are_small() {
        assertThat(share(Trend.STALLED, 1.6, 1.6, 0.015, 4)).isGreaterThan(0.9);
        assertThat(share(Trend.STALLED, 1.6, 1.6, 0.2, 4)).isLessThan(0.05);
    }

    /** t = 3 with 59 degrees of freedom has p = 0.00395 (two-sided; table of Student's t). */
    @Test
    void the_statistic_and_its_p_are_those_of_the_book() {
        Finding finding = judge(one(1.6, 0.03), one(1.45, 0.04));

        assertThat(finding.trend()).isEqualTo(Trend.IMPROVING);
        assertThat(finding.test()).isEqualTo("change");
        assertThat(finding.statistic().orElseThrow()).isCloseTo(-3, within(1e-9));
        assertThat(finding.pValue().orElseThrow()).isCloseTo(0.00395, within(2e-5));
        assertThat(finding.compared()).isEqualTo(1);
        assertThat(finding.why())
                .isEqualTo("proposal rho-mode shell 0 at 300K went from 1.600 to 1.450, nearer to its ideal");
    }

    @Test
    void the_same_change_among_twenty_lines_is_chance() {
        List<Judgement> before = new ArrayList<>(one(1.6, 0.03));
        List<Judgement> now = new ArrayList<>(one(1.45, 0.04));
        for (int k = 1; k < LINES; k++) {
            before.add(line(k, 1, 0.04));
            now.add(line(k, 1, 0.04));
        }

        assertThat(judge(before, now).trend()).isEqualTo(Trend.UNDECIDED);
    }

    @Test
    void a_ledger_all_of_whose_lines_pass_is_converged_whatever_was_before() {
        Finding finding = judge(one(1.6, 0.03), one(1.0, 0.05));

        assertThat(finding.trend()).isEqualTo(Trend.CONVERGED);
        assertThat(finding.test()).isEqualTo("all-inside");
        assertThat(finding.statistic().orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(finding.pValue().orElseThrow()).isCloseTo(3.17e-5, within(1e-7));
    }

    @Test
    void a_line_that_has_moved_and_still_passes_is_no_regression() {
        List<Judgement> before = List.of(line(0, 1.0, 0.01), line(1, 1.6, 0.1));
        List<Judgement> now = List.of(line(0, 1.1, 0.01), line(1, 1.6, 0.1));

        assertThat(judge(before, now).trend()).isEqualTo(Trend.UNDECIDED);
    }

    @Test
    void what_is_lost_weighs_more_than_what_is_won() {
        List<Judgement> before = List.of(line(0, 1.6, 0.03), line(1, 1.3, 0.03));
        List<Judgement> now = List.of(line(0, 1.3, 0.03), line(1, 1.6, 0.03));

        assertThat(judge(before, now).trend()).isEqualTo(Trend.REGRESSING);
    }

    @Test
    void a_failing_line_that_is_new_leaves_open_whether_the_loop_is_stalled() {
        List<Judgement> before = List.of(line(0, 1.6, 0.01));
        List<Judgement> now = List.of(line(0, 1.6, 0.01), line(1, 1.6, 0.01));

        assertThat(judge(before, now.subList(0, 1)).trend()).isEqualTo(Trend.STALLED);
        assertThat(judge(before, now).trend()).isEqualTo(Trend.UNDECIDED);
    }

    @Test
    void the_first_round_an_empty_ledger_and_lines_without_errors_are_undecided_without_a_test() {
        assertThat(judge(List.of(), one(1.6, 0.03)).test()).isEqualTo("none");
        assertThat(judge(List.of(), List.of()).trend()).isEqualTo(Trend.UNDECIDED);
        assertThat(judge(one(1.6, Double.NaN), one(1.5, 0.03)).trend()).isEqualTo(Trend.UNDECIDED);
    }
}
