package org.nocturne.routes.cli.bench.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.step.CommandRun;

/** The bench at a small size: whether it measures at all, not what. */
@Tag("lammps")
@Tag("slow")
class BenchDashboardTest {
    @Test
    void stores_that_do_not_grow_are_refused_before_anything_is_run() {
        CommandRun run = CommandRun.of("bench", "dashboard", "--candidates", "24", "--known", "1000,500");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("--known is [1000, 500]", "each larger than the one before");
    }

    @Test
    void pages_listen_read_and_are_counted(@TempDir Path dir) throws Exception {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");

        CommandRun run = CommandRun.of(
                "bench",
                "dashboard",
                "--seconds",
                "1",
                "--candidates",
                "4",
                "--viewers",
                "3",
                "--known",
                "200,500",
                "--ask-seconds",
                "2",
                "--work",
                dir.resolve("work").toString(),
                "--json");

        assertThat(run.code()).as(run.error()).isZero();
        JsonNode line = new ObjectMapper().readTree(run.output());
        assertThat(line.at("/alone/tasks").asInt()).isEqualTo(8);
        assertThat(line.at("/watched/tasks").asInt()).isEqualTo(8);
        assertThat(line.at("/pages/failed").asInt(-1)).isZero();
        assertThat(line.at("/pages/answers").asInt()).isGreaterThanOrEqualTo(3 * 8);
        assertThat(line.at("/pages/events").asInt()).isPositive();
        assertThat(line.at("/stores")).hasSize(2).allSatisfy(store -> {
            assertThat(store.get("pages")).hasSize(10).allSatisfy(millis -> assertThat(millis.asDouble())
                    .isPositive());
            if (Programs.find("wrk").isPresent()) {
                assertThat(store.at("/state/perSecond").asDouble()).isPositive();
                assertThat(store.at("/state/failed").asInt(-1)).isZero();
            }
        });
    }
}
