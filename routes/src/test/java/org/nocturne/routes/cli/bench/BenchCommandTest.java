package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nocturne.routes.cli.step.CommandRun;

class BenchCommandTest {

    @Test
    @Tag("slow")
    void by_itself_it_measures_what_needs_nothing_else() throws IOException {
        CommandRun run = CommandRun.of("bench", "--json");

        assertThat(run.code()).as(run.error()).isZero();
        JsonNode all = new ObjectMapper().readTree(run.output());
        assertThat(all.at("/scattering/max_error_over_max").asDouble())
                .isPositive()
                .isLessThan(1e-6);
        assertThat(all.at("/sampling/scale").size()).isEqualTo(2);
        assertThat(all.at("/orchestration/cpu_ms_per_task").asDouble()).isPositive();
        assertThat(all.at("/io/rows").size()).isPositive();
        assertThat(all.at("/limits/gigaflops").asDouble()).isPositive();
    }

    @Test
    void its_help_says_what_it_does_without_a_command() {
        CommandRun run = CommandRun.of("bench", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.output().replaceAll("\\s+", " "))
                .contains("scattering, sampling, orchestration, io and limits one after the other");
    }
}
