package org.nocturne.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.train.StrainFit.Point;

class StrainFitTest {
    private static Point point(double kelvin, double strain, double error) {
        return new Point(Kelvin.of(kelvin), strain, error);
    }

    private static StrainFit of(Point... points) {
        StrainFit fit = new StrainFit();
        for (Point p : points) {
            fit.add(p);
        }
        return fit;
    }

    @Test
    void a_parabola_is_found_again() {
        StrainFit fit = new StrainFit();
        for (double t : new double[] {100, 300, 600, 900, 1200}) {
            fit.add(point(t, -0.02 + 4e-6 * t + 1e-9 * t * t, 1e-4));
        }

        ThermalStrain found = fit.solve(2);

        assertThat(found.at(Kelvin.of(750))).isCloseTo(-0.02 + 4e-6 * 750 + 1e-9 * 750 * 750, within(1e-12));
        assertThat(found.coefficients()).hasSize(3);
        assertThat(found.errorAt(Kelvin.of(600))).isLessThan(1e-4); // five cells know more than one
    }

    /** Two cells at one temperature: their weighted mean, with its error. */
    @Test
    void two_cells_of_one_temperature_are_averaged_by_their_errors() {
        ThermalStrain found =
                of(point(300, 0.010, 1e-3), point(300, 0.013, 2e-3)).solve(2);

        assertThat(found.coefficients()).hasSize(1);
        assertThat(found.at(Kelvin.of(300))).isCloseTo((0.010 + 0.013 / 4) / 1.25, within(1e-12));
        assertThat(found.errorAt(Kelvin.of(300))).isCloseTo(1e-3 / Math.sqrt(1.25), within(1e-12));
    }

    /** Frames of one cell are many, the cell is one. */
    @Test
    void a_cell_counts_once_however_many_frames_are_in_it() {
        ThermalStrain once = of(point(300, 0.01, 1e-3)).solve(2);
        ThermalStrain often = of(point(300, 0.01, 1e-3), point(300, 0.01, 1e-3), point(300, 0.01, 1e-3))
                .solve(2);

        assertThat(often).isEqualTo(once);
    }

    @Test
    void cells_that_are_all_the_given_one_have_no_strain() {
        assertThat(of(point(300, 0, 0), point(900, 0, 0)).solve(2)).isEqualTo(ThermalStrain.NONE);
    }

    /** Three cells without errors on no line: the residual's variance, one degree of freedom. */
    @Test
    void without_stated_errors_the_residuals_say_how_far_to_trust() {
        ThermalStrain found = of(point(0, 0.001, 0), point(1000, 0.002 + 6e-4, 0), point(2000, 0.003, 0))
                .solve(1);

        // residuals -2e-4, 4e-4, -2e-4: variance 2.4e-7 with one degree of freedom, a third of it for the mean
        assertThat(found.errorAt(Kelvin.of(1000))).isCloseTo(Math.sqrt(2.4e-7 / 3), within(1e-9));
    }
}
