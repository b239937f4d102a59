package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {
    /** With both moments corrected, the first step is the learning rate along the sign of the gradient (Kingma and Ba, section 2.1). */
    @Test
    void the_first_step_has_the_length_of_the_learning_rate_whatever_the_gradient() {
        Adam.State state = new Adam.State(new float[] {1, 1, 1});

        new Adam(100).step(state, new float[] {0.001f, -3, 40}, 0.1);

        assertThat(state.weights).containsExactly(new float[] {0.9f, 1.1f, 0.9f}, within(1e-5f));
    }

    /** By hand: g = 2, then 4; m = 0.2, 0.58; v = 0.004, 0.019996; steps 0.1 and 0.1 (0.58 / 0.19) / sqrt(0.019996 / 0.001999). */
    @Test
    void two_steps_are_those_worked_out_by_hand() {
        Adam.State state = new Adam.State(new float[] {0});
        Adam adam = new Adam(100);

        adam.step(state, new float[] {2}, 0.1);
        adam.step(state, new float[] {4}, 0.1);

        double second = 0.1 * (0.58 / 0.19) / Math.sqrt(0.019996 / 0.001999);
        assertThat((double) state.weights[0]).isCloseTo(-0.1 - second, within(1e-6));
        assertThat(state.steps).isEqualTo(2);
    }

    @Test
    void a_long_gradient_is_shortened_and_keeps_its_direction() {
        Adam.State state = new Adam.State(new float[2]);

        new Adam(1).step(state, new float[] {30, 40}, 0.1);

        assertThat(state.mean).containsExactly(new float[] {0.06f, 0.08f}, within(1e-6f));
    }
}
