package org.nocturne.learning.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void one_temperature_was_held() {
        assertThat(Course.of(new double[] {300, 300, 300})).isEqualTo(Course.held(300));
        assertThat(Course.held(300).isRamp()).isFalse();
    }

    @Test
    void a_ramp_is_seen_through_kinetic_fluctuations() {
        Random random = new Random(1);
        Course found = Course.of(IntStream.range(0, 400)
                .mapToDouble(k -> 100 + k + 20 * random.nextGaussian())
                .toArray());

        assertThat(found.isRamp()).isTrue();
        assertThat(found.beginK()).isCloseTo(100, within(8.0));
        assertThat(found.endK()).isCloseTo(499, within(8.0));
        assertThat(new Course(100, 500).at(5, 11)).isEqualTo(300);
    }

    @Test
    void kinetic_temperatures_of_a_held_trajectory_do_not_say_what_was_held() {
        Random random = new Random(2);

        assertThatThrownBy(() -> Course.of(IntStream.range(0, 400)
                        .mapToDouble(k -> 300 + 16 * random.nextGaussian())
                        .toArray()))
                .hasMessageContaining("fluctuate between")
                .hasMessageContaining("wanted is the temperature that was held");
    }
}
