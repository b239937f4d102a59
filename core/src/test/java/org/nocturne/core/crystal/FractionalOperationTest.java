package org.nocturne.core.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionalOperationTest {
    private static final double[] PLACE = {0.1, 0.2, 0.3};

    @ParameterizedTest
    @ValueSource(
            strings = {"-y, x-y, z+1/3", "-Y,+X-Y,1/3+Z", " - y , x - y , z + 0.3333333333333333 ", "-1*y,x-1y,z+2/6"})
    void the_ways_to_write_one_operation_mean_the_same(String text) {
        assertThat(FractionalOperation.parse(text).apply(PLACE))
                .containsExactly(new double[] {-0.2, -0.1, 0.3 + 1 / 3.0}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x,y", "x,y,z,x", "x,y,", "x,y,q", "x,y,z+", "x,y,z+1/", "x,y,z+1/0", "x,x,z", "2x,y,z"})
    void what_is_no_operation_is_refused_as_it_stands(String text) {
        assertThatThrownBy(() -> FractionalOperation.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no symmetry operation");
    }

    @Test
    void the_identity_changes_nothing() {
        assertThat(FractionalOperation.identity().apply(PLACE)).containsExactly(PLACE);
    }
}
