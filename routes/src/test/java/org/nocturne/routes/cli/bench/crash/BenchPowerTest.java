package org.nocturne.routes.cli.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** Real runners, killed with all that they had started, and their files torn. */
@Tag("lammps")
class BenchPowerTest {
    @TempDir
    Path dir;

    @Test
    @Tag("slow")
    void nothing_torn_is_accepted_and_nothing_is_lost_for_good_by_four_cuts() throws Exception {
        CommandRun run = CommandRun.of(
                "bench",
                "power",
                "--cuts",
                "4",
                "--seed",
                "2",
                "--work",
                dir.resolve("work").toString(),
                "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        for (JsonNode line : new ObjectMapper().readTree(run.output()).get("disks")) {
            assertThat(line.get("cuts").asInt()).isEqualTo(2);
            assertThat(line.get("files").asInt()).isPositive();
        }
    }
}
