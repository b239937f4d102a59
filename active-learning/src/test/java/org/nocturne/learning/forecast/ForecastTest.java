package org.nocturne.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;
import org.nocturne.learning.loop.BudgetPlan;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.LearningPlan;
import org.nocturne.learning.loop.ProposalPlan;
import org.nocturne.learning.loop.ReplicaPlan;
import org.nocturne.learning.loop.RetryPlan;
import org.nocturne.learning.loop.RunLength;
import org.nocturne.learning.loop.Spending;

/** Worked by hand. */
class ForecastTest {
    private static final Kelvin T = Kelvin.of(300);

    private static CampaignPlan plan(int candidates, ReplicaPlan replicas) {
        return new CampaignPlan(
                "night",
                1,
                CampaignPlan.Phase.CRYSTAL,
                T,
                replicas,
                new ProposalPlan(
                        List.of(T), candidates, 10, 1000, 200, new Minimisation(0, 1e-3, 100, 100), Optional.empty()),
                new LearningPlan(50, true, Optional.empty(), 4, 1, Optional.empty()),
                Spending.none(),
                new RetryPlan(4, 100, 2, 1),
                Optional.empty(),
                BudgetPlan.none());
    }

    private static ReplicaPlan replicas(Optional<Kelvin> heatTo, Optional<Double> cooling) {
        return new ReplicaPlan(
                List.of(T), 2, 1, new RunLength(1000, 20, 100, 5), 4, new RunLength(1000, 50, 100, 5), heatTo, cooling);
    }

    private static Rates rates(double propose, double failed) {
        return new Rates(10, 1, 4, 0.01, 0, propose, 3, 2, 1 << 20, 1 << 10, failed);
    }

    @Test
    void slots_that_are_always_full_bound_it() {
        Forecast forecast = Forecast.of(plan(100, replicas(Optional.empty(), Optional.empty())), 2, 0, rates(1, 0), 1);

        // replicas 3 x (1 + 0.01 x 3000) s, references 4 x (1 + 0.01 x 6000) s, candidates 100 x (4 + 1) s, on two
        // slots
        double slotSeconds = 10 + 3 * 31 + 4 * 61 + 500;
        assertThat(forecast.slotHours() * 3600).isCloseTo(slotSeconds, within(1e-9));
        assertThat(forecast.wallHours() * 3600).isCloseTo(10 + (93 + 244 + 500) / 2.0 + 3 + 2, within(1e-9));
        assertThat(forecast.bound()).isEqualTo("slots");
        assertThat(forecast.bytes()).isCloseTo(1.1 * (100 * (1 << 20) + 3 * 20 * 1024 + 4 * 50 * 1024), within(1e-3));
    }

    @Test
    void proposals_that_are_slower_than_the_slots_bound_it() {
        Forecast forecast = Forecast.of(plan(100, replicas(Optional.empty(), Optional.empty())), 2, 0, rates(5, 0), 1);

        assertThat(forecast.bound()).isEqualTo("proposals");
        assertThat(forecast.wallHours() * 3600).isCloseTo(10 + (93 + 244) / 2.0 + 500 + 3 + 2, within(1e-9));
    }

    @Test
    void attempts_that_fail_are_made_again() {
        Forecast forecast =
                Forecast.of(plan(100, replicas(Optional.empty(), Optional.empty())), 2, 0, rates(1, 0.5), 1);

        assertThat(forecast.wallHours() * 3600)
                .isCloseTo(10 + (2 * (10 + 93 + 244) - 10) / 2.0 + 500 + 3 + 2, within(1e-9));
    }

    @Test
    void heating_and_cooling_are_steps_too() {
        MdSteps steps = new MdSteps(replicas(Optional.of(Kelvin.of(1300)), Optional.of(10.0)), 2);

        // 1000 K at 10 K/ps are 100 ps, in steps of 2 fs
        assertThat(steps.of(new RunLength(1000, 20, 100, 5), T)).isEqualTo(2 * 1000 + 50_000 + 2000);
    }
}
