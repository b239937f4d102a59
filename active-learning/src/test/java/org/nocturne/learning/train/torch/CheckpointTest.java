package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        written.average(0.9);
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
        assertThat(read.average).isEqualTo(written.average).isNotEqualTo(written.optimiser.weights);
        assertThat(read.best).containsExactly(1, 2, 3);
    }

    /** After one step d = 1/21 and after two 2/22, as long as the decay asked for is larger. */
    @Test
    void the_average_forgets_the_first_weights_and_then_follows_slowly() {
        Checkpoint at = new Checkpoint(new float[] {21});
        Adam adam = new Adam(1);
        adam.step(at.optimiser, new float[] {1}, 21);
        at.average(0.995);
        assertThat(at.optimiser.weights[0]).isCloseTo(0, within(1e-5f));
        assertThat(at.average[0]).isCloseTo(1, within(1e-5f));

        at.average(0.02);

        assertThat(at.average[0]).isCloseTo(0.02f, within(1e-5f));
        assertThat(at.averaged(0.02)).isSameAs(at.average);
        assertThat(at.averaged(0)).isSameAs(at.optimiser.weights);
    }

    @Test
    void that_of_another_network_is_refused() {
        new Checkpoint(new float[] {1, 2, 3}).write(dir.resolve("c"));

        assertThatThrownBy(() -> Checkpoint.read(dir.resolve("c"), 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("100 bytes")
                .hasMessageContaining("4 parameters");
    }
}
