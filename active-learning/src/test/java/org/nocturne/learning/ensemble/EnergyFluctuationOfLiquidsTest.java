package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;

class EnergyFluctuationOfLiquidsTest {
    private static final Kelvin T = Kelvin.of(85);

    /** Of U = a + b T^(3/5) the variance kB T^2 dU/dT is 3/5 (U - a) kB T. */
    @Test
    void the_law_of_rosenfeld_and_tarazona_gives_its_own_derivative() {
        Map<Kelvin, Estimate> points = new TreeMap<>();
        for (double t : new double[] {75, 85, 95}) {
            points.put(Kelvin.of(t), new Estimate(-20 + 4 * Math.pow(t, 0.6), 0.01));
        }

        assertThat(RosenfeldTarazona.through(points).variance(T).value())
                .isCloseTo(0.6 * 4 * Math.pow(85, 0.6) * T.energyEv(), within(1e-9));
    }

    @Test
    void two_points_give_the_error_of_their_difference() {
        Map<Kelvin, Estimate> points =
                Map.of(Kelvin.of(80), new Estimate(1, 0.03), Kelvin.of(90), new Estimate(2, 0.04));
        double run = Math.pow(90, 0.6) - Math.pow(80, 0.6);
        double per = T.energyEv() * 0.6 * Math.pow(85, 0.6) / run;

        Estimate found = RosenfeldTarazona.through(points).variance(T);

        assertThat(found.value()).isCloseTo(per, within(1e-12));
        assertThat(found.standardError()).isCloseTo(0.05 * per, within(1e-12));
    }

    @Test
    void where_the_law_does_not_hold_the_error_is_larger() {
        Map<Kelvin, Estimate> off = Map.of(
                Kelvin.of(75), new Estimate(0, 0.01),
                Kelvin.of(85), new Estimate(1.5, 0.01),
                Kelvin.of(95), new Estimate(2, 0.01));
        Map<Kelvin, Estimate> on = Map.of(
                Kelvin.of(75), new Estimate(Math.pow(75, 0.6), 0.01),
                Kelvin.of(85), new Estimate(Math.pow(85, 0.6), 0.01),
                Kelvin.of(95), new Estimate(Math.pow(95, 0.6), 0.01));

        assertThat(RosenfeldTarazona.through(off).variance(T).standardError())
                .isGreaterThan(10 * RosenfeldTarazona.through(on).variance(T).standardError());
    }

    @Test
    void at_one_temperature_it_is_the_variance_of_md_and_says_so() {
        SplittableRandom random = new SplittableRandom(7);
        List<double[]> replicas = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            double[] series = new double[2000];
            double x = 0;
            for (int k = 0; k < series.length; k++) { // correlated over about 10 values, variance 4
                x = 0.9 * x + 2 * Math.sqrt(1 - 0.81) * random.nextGaussian();
                series[k] = 100 + x;
            }
            replicas.add(series);
        }

        EnergyFluctuation found = EnergyFluctuation.at(T, Map.of(T, replicas));

        double error = found.varianceEv2().standardError();
        assertThat(found.varianceEv2().value()).isCloseTo(4, within(3 * error));
        // Var of the mean of y = x^2 with autocorrelation 0.81^t: 2 sigma^4 (1.81 / 0.19) / n
        assertThat(error).isCloseTo(4 * Math.sqrt(2 * 1.81 / 0.19 / 8000), within(0.08));
        assertThat(found.how()).contains("not known from MD at 1 temperature");
    }

    @Test
    void at_three_temperatures_it_is_the_slope() {
        Map<Kelvin, List<double[]>> energies = new TreeMap<>();
        for (double t : new double[] {75, 85, 95}) {
            double mean = 4 * Math.pow(t, 0.6);
            energies.put(Kelvin.of(t), List.of(new double[] {mean - 1, mean + 1, mean - 1, mean + 1}));
        }

        EnergyFluctuation found = EnergyFluctuation.at(T, energies);

        assertThat(found.varianceEv2().value()).isCloseTo(0.6 * 4 * Math.pow(85, 0.6) * T.energyEv(), within(1e-6));
        assertThat(found.how()).isEqualTo("kB T^2 dU/dT of U = a + b T^(3/5) through 3 temperatures");
    }
}
