package org.nocturne.routes.cli.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.nocturne.routes.cli.step.CommandRun;

class BenchNetworkTest {

    /** It learns, and what it learned is what is timed. */
    @Test
    void a_network_is_trained_and_its_forces_are_timed_beside_the_engines() throws Exception {
        CommandRun run = CommandRun.of(
                "bench",
                "network",
                "--steps",
                "40",
                "--channels",
                "4",
                "--layers",
                "1",
                "--most-atoms",
                "1000",
                "--repeats",
                "1",
                "--json");

        assertThat(run.code()).as(run.error()).isZero();
        JsonNode line = new ObjectMapper().readTree(run.output());
        assertThat(line.at("/training/framesPerSecond").asDouble()).isPositive();
        assertThat(line.at("/training/heldOutError").asDouble()).isBetween(0.0, 0.5);
        assertThat(line.get("forces")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("atoms").asInt()).isEqualTo(1000);
            assertThat(row.get("millis").asDouble()).isPositive();
            assertThat(row.get("engineMillis").asDouble()).isPositive();
        });
    }
}
