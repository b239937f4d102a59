package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path dir;

    @Test
    void all_of_it_comes_back() throws Exception {
        Checkpoint written = new Checkpoint(new float[] {1, 2, 3});
        new Adam(1).step(written.optimiser, new float[] {.1f, -.2f, .3f}, 0.01);
        written.stepsPlanned = 77;
        written.bestStep = 5;
        written.waited = 2;
        written.bestError = 0.125;
        written.cpuSeconds = 8.5;
        written.stepSeconds = 4.25;
        written.write(dir.resolve("c"));

        Checkpoint read = Checkpoint.read(dir.resolve("c"), 3).orElseThrow();

        assertThat(read.stepsPlanned).isEqualTo(77);
        assertThat(read.stepsDone()).isEqualTo(1);
        assertThat(read.bestStep).isEqualTo(5);
        assertThat(read.waited).isEqualTo(2);
        assertThat(read.bestError).isEqualTo(0.125);
        assertThat(read.cpuSeconds).isEqualTo(8.5);
        assertThat(read.stepSeconds).isEqualTo(4.25);
        assertThat(read.optimiser.weights).isEqualTo(written.optimiser.weights);
        assertThat(read.optimiser.mean).isEqualTo(written.optimiser.mean);
        assertThat(read.optimiser.square).isEqualTo(written.optimiser.square);
        assertThat(read.best).containsExactly(1, 2, 3);
    }

    @Test
    void that_of_another_network_is_refused() {
        new Checkpoint(new float[] {1, 2, 3}).write(dir.resolve("c"));

        assertThatThrownBy(() -> Checkpoint.read(dir.resolve("c"), 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("88 bytes")
                .hasMessageContaining("4 parameters");
    }
}
