package org.nocturne.routes.cli.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;

/** The bench at a small size: whether it measures at all, not what. */
class BenchStoreTest {
    @Test
    void sizes_that_do_not_grow_are_refused() {
        CommandRun run = CommandRun.of("bench", "store", "--candidates", "1000,500");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("--candidates is [1000, 500]", "each larger than the one before");
    }

    @Test
    @Tag("slow")
    void a_store_grows_and_is_a_sound_campaign_at_its_end(@TempDir Path dir) throws Exception {
        Path figure = dir.resolve("stores.svg");
        CommandRun run = CommandRun.of(
                "bench",
                "store",
                "--candidates",
                "200,400",
                "--work",
                dir.resolve("work").toString(),
                "--plot",
                figure.toString(),
                "--json");

        assertThat(run.code()).as(run.error()).isZero();
        JsonNode rows = new ObjectMapper().readTree(run.output()).get("rows");
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("life_ms").asDouble()).isPositive();
            assertThat(row.get("look_ms").asDouble()).isPositive();
            assertThat(row.get("open_ms").asDouble()).isPositive();
            assertThat(row.get("pages")).hasSize(10);
        });
        assertThat(Files.readString(figure)).contains("<svg");
        Status status = StatusReader.read(new CampaignFolder(dir.resolve("work/run")));
        assertThat(status.candidates()).isEqualTo(Map.of("labelled", 392, "failed", 8));
    }
}
