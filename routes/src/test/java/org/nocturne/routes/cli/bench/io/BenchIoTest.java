package org.nocturne.routes.cli.bench.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.bench.inputs.Rattled;
import org.nocturne.routes.cli.step.CommandRun;

class BenchIoTest {
    @TempDir
    Path dir;

    @Test
    void every_format_is_written_and_read() throws Exception {
        CommandRun run = CommandRun.of("bench", "io", "--megabytes", "1", "--repeats", "1", "--json");

        assertThat(run.code()).as(run.error()).isZero();
        JsonNode rows = new ObjectMapper().readTree(run.output()).get("rows");
        assertThat(rows).hasSize(4).allSatisfy(row -> {
            assertThat(row.get("megabytes").asDouble()).isGreaterThan(1);
            assertThat(row.get("per_second").asDouble()).isPositive();
        });
        assertThat(rows.get(1).get("heap_at_end_mb").asDouble()).isPositive();
    }

    /** What is timed is the whole of it: each frame, each number of it. */
    @ParameterizedTest
    @EnumSource
    void what_was_written_comes_back(TrajectoryFormat format) throws Exception {
        Structure structure = Rattled.silicon(2, 3);
        double[] forces = structure.withPositions(structure.xyzAngstrom()).xyzAngstrom();
        XyzFrame frame = new XyzFrame(structure, Map.of(), Map.of("forces", new XyzColumn.Reals(3, forces)));
        Path file = dir.resolve("t");
        format.write(frame, 3, file);

        int frames = format.read(file, (number, read) -> {
            assertThat(read.structure().xyzAngstrom()).isEqualTo(structure.xyzAngstrom());
            assertThat(read.structure().distinctSpecies()).isEqualTo(List.copyOf(structure.distinctSpecies()));
            assertThat(read.reals("forces")).hasValue(forces);
        });

        assertThat(frames).isEqualTo(3);
    }

    @Test
    void less_than_nothing_is_refused() {
        assertThat(CommandRun.of("bench", "io", "--megabytes", "0").code()).isEqualTo(2);
    }
}
