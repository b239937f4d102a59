package org.nocturne.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;

class ThermalStrainTest {
    @Test
    void the_edges_follow_a_polynomial_in_the_temperature() {
        ThermalStrain strain =
                new ThermalStrain(List.of(-0.01, 0.02, 0.005), List.of(1e-8, 0., 0., 0., 4e-8, 0., 0., 0., 0.));

        assertThat(strain.at(Kelvin.of(500))).isCloseTo(-0.01 + 0.01 + 0.00125, within(1e-15));
        assertThat(strain.factor(Kelvin.of(0))).isCloseTo(0.99, within(1e-15));
        assertThat(strain.errorAt(Kelvin.of(500))).isCloseTo(Math.sqrt(1e-8 + 0.25 * 4e-8), within(1e-15));
    }

    @Test
    void a_fixed_cell_has_no_strain_and_no_error() {
        assertThat(ThermalStrain.NONE.fixed()).isTrue();
        assertThat(ThermalStrain.NONE.factor(Kelvin.of(900))).isEqualTo(1);
        assertThat(ThermalStrain.NONE.errorAt(Kelvin.of(900))).isZero();
    }

    @Test
    void covariances_that_are_too_few_are_refused() {
        assertThatThrownBy(() -> new ThermalStrain(List.of(0.1, 0.2), List.of(1.0)))
                .hasMessageContaining("2 coefficients has 1 covariances; 4 are wanted");
    }
}
