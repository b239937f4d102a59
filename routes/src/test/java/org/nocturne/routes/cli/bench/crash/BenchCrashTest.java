package org.nocturne.routes.cli.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** Real runners, really killed. `.ci/run` has the command kill more of them. */
@Tag("lammps")
class BenchCrashTest {
    @TempDir
    Path dir;

    @Test
    @Tag("slow")
    void nothing_is_lost_by_eight_deaths() throws Exception {
        CommandRun run = CommandRun.of(
                "bench",
                "crash",
                "--kills",
                "8",
                "--seed",
                "3",
                "--work",
                dir.resolve("work").toString(),
                "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        JsonNode table = new ObjectMapper().readTree(run.output());
        assertThat(table.get("kills").asInt()).isEqualTo(8);
        for (String nothing :
                new String[] {"lost", "duplicated", "torn", "orphans", "second_copies", "refused", "broken"}) {
            assertThat(table.get(nothing).asInt()).as(nothing).isZero();
        }
    }

    @Test
    void a_folder_that_is_there_is_not_written_into() {
        CommandRun run = CommandRun.of("bench", "crash", "--work", dir.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("wanted is a new folder");
    }

    @Test
    void make_that_is_killed_with_its_tasks_takes_two_half_outputs_for_finished() throws Exception {
        assertThat(new PeerTrial(Peer.MAKE, dir.resolve("make")).run(Death.Way.TREE))
                .isEqualTo(new PeerLine("make", "tree", 0, 0, 2, 0, false));
    }
}
