package org.nocturne.routes.cli.bench.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nocturne.routes.cli.step.CommandRun;

/** That the work is done; how fast is no matter of tests. */
class BenchLimitsTest {

    /** A geometric series, whose sum is known. */
    @Test
    void each_number_has_gone_through_all_its_steps() {
        double[] numbers = MachineLimits.zeros();

        MachineLimits.multiplyAndAdd(numbers);

        assertThat(numbers).hasSize(1024);
        assertThat(Arrays.stream(numbers).min().orElseThrow()).isCloseTo(MachineLimits.expected(), within(1e-10));
        assertThat(Arrays.stream(numbers).max().orElseThrow()).isCloseTo(MachineLimits.expected(), within(1e-10));
    }

    @Test
    void all_four_are_told() throws Exception {
        CommandRun run = CommandRun.of("bench", "limits", "--repeats", "1", "--json");

        assertThat(run.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.output());
        assertThat(json.get("gigaflops").doubleValue()).isPositive();
        assertThat(json.get("copied_gigabytes").doubleValue()).isPositive();
        assertThat(json.get("syncs_per_second").doubleValue()).isPositive();
        assertThat(json.get("process_start_millis").doubleValue()).isPositive();
        assertThat(json).hasSize(4);
    }
}
