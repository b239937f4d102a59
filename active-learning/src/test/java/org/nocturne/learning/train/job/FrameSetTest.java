package org.nocturne.learning.train.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.train.job.FrameSetReader.Entry;

class FrameSetTest {
    private static final FrameLayout PAIR = new FrameLayout(
            2, 1, new int[] {0, 1}, new int[] {1, 0}, new float[] {1, 1}, new float[] {2, 0, 0, -2, 0, 0});
    private static final FrameLayout ATOM =
            new FrameLayout(1, 1, new int[] {0}, new int[] {0}, new float[] {0}, new float[3]);

    @TempDir
    Path dir;

    private Path written() throws IOException {
        Path file = dir.resolve("frames.bin");
        try (FrameSetWriter writer = new FrameSetWriter(file, List.of(PAIR, ATOM))) {
            writer.write(new LabelledDisplacement(
                    0, false, 300, new float[] {1, 2, 3, 4, 5, 6}, new float[] {3, 0, 0, 0, 4, 0}, new float[6]));
            writer.write(new LabelledDisplacement(
                    1, true, 900.5, new float[] {7, 8, 9}, new float[] {1, 0, 0}, new float[] {0, 2, 0}));
            writer.publish();
        }
        return file;
    }

    @Test
    void what_is_written_is_read() throws Exception {
        try (FrameSetReader set = new FrameSetReader(written())) {
            assertThat(set.layouts()).hasSize(2);
            assertThat(set.layouts().get(0).neighbour()).containsExactly(1, 0);
            assertThat(set.layouts().get(0).siteClass()).containsExactly(0, 1);
            assertThat(set.layouts().get(0).reference()).containsExactly(2, 0, 0, -2, 0, 0);
            assertThat(set.layouts().get(1).mask()).containsExactly(0);
            assertThat(set.entries().stream().map(Entry::heldOut)).containsExactly(false, true);
            LabelledDisplacement second = set.read(set.entries().get(1));
            assertThat(second.temperatureK()).isEqualTo(900.5);
            assertThat(second.displacements()).containsExactly(7, 8, 9);
            assertThat(second.forceSquare()).isEqualTo(1);
            assertThat(second.residualSquare()).isEqualTo(5);
            assertThat(set.read(set.entries().get(0)).forceSquare()).isEqualTo(25);
        }
    }

    @Test
    void a_file_that_ends_too_early_is_refused() throws Exception {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 30));

        assertThatThrownBy(() -> new FrameSetReader(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends after 30 bytes");
    }

    @Test
    void another_file_is_refused() throws Exception {
        Path file = Files.writeString(dir.resolve("other"), "not a set of frames");

        assertThatThrownBy(() -> new FrameSetReader(file)).hasMessageContaining("does not begin with NOCTSET1");
    }

    @Test
    void a_frame_of_another_size_is_refused() throws Exception {
        try (FrameSetWriter writer = new FrameSetWriter(dir.resolve("f"), List.of(PAIR))) {
            assertThatThrownBy(() -> writer.write(
                            new LabelledDisplacement(0, false, 1, new float[3], new float[3], new float[3])))
                    .hasMessageContaining("3 components")
                    .hasMessageContaining("has 6");
        }
    }
}
