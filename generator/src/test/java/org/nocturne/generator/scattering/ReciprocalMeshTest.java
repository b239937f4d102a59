package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Sums over a mesh against the plain ones, of a skewed cell of two species. */
class ReciprocalMeshTest {
    private static final ScatteringAmplitude XRAY = ScatteringAmplitude.of(Radiation.XRAY);
    private static final int ATOMS = 700;
    private static final Structure GAS =
            Crystals.gas(Cell.periodic(21, 0, 0, 4, 17, 0, -3, 5, 24), ATOMS, 5, List.of(Element.SI, Element.O));

    private static Map<String, double[]> sums(ReciprocalRows rows) {
        Map<String, double[]> out = new HashMap<>();
        rows.forEachRow((h, k) -> {
            for (int l = -rows.lMax(); l <= rows.lMax(); l++) {
                if (rows.length(l) > 0) {
                    int at = rows.lLimit + l;
                    out.put(
                            h + " " + k + " " + l,
                            new double[] {rows.re[0][at], rows.im[0][at], rows.re[1][at], rows.im[1][at]});
                }
            }
        });
        return out;
    }

    @Test
    void each_sum_is_that_of_the_plain_walk_to_a_billionth_of_the_atoms() {
        SpeciesPairs species = new SpeciesPairs(GAS);
        Map<String, double[]> plain = sums(new ReciprocalSweep(GAS, species, 5));
        Map<String, double[]> mesh = sums(new ReciprocalMesh(GAS, species, 5));

        assertThat(mesh.keySet()).isEqualTo(plain.keySet()).hasSizeGreaterThan(5000);
        double worst = 0;
        for (var each : plain.entrySet()) {
            double[] found = mesh.get(each.getKey());
            for (int k = 0; k < 4; k++) {
                worst = Math.max(worst, Math.abs(found[k] - each.getValue()[k]));
            }
        }
        assertThat(worst).isLessThan(2e-9 * ATOMS);
    }

    @Test
    void a_shift_of_all_atoms_out_of_the_cell_changes_nothing() {
        KPoints kPoints = new KPoints(XRAY, Grids.even(0.7, 6, 60), Resolution.constantSigma(0.1), 0);
        double[] shift = new double[3 * ATOMS];
        for (int i = 0; i < ATOMS; i++) {
            shift[3 * i] = 31.7;
            shift[3 * i + 1] = -5.2;
            shift[3 * i + 2] = 100.1;
        }

        double[] before = kPoints.intensity(GAS);
        double[] after = kPoints.intensity(GAS.displaced(shift));

        assertThat(Grids.relativeToMaximum(after, before)).isLessThan(1e-8);
    }

    @Test
    void the_gradient_is_that_of_finite_differences() {
        double[] q = Grids.even(0.7, 5, 40);
        double[] slope = new Random(2).doubles(q.length).toArray();
        Resolution resolution = Resolution.constantSigma(0.1);
        KPoints kPoints = new KPoints(XRAY, q, resolution, 0.3);
        double[] mesh = kPoints.pullBack(GAS, slope);

        Random random = new Random(3);
        for (int trial = 0; trial < 6; trial++) {
            int k = random.nextInt(3 * ATOMS);
            double step = 1e-4;
            double[] u = new double[3 * ATOMS];
            u[k] = step;
            double up = misfit(kPoints.intensity(GAS.displaced(u)), slope);
            u[k] = -step;
            double down = misfit(kPoints.intensity(GAS.displaced(u)), slope);
            assertThat(mesh[k])
                    .isCloseTo(
                            (up - down) / (2 * step),
                            within(1e-5
                                    * Arrays.stream(mesh).map(Math::abs).max().orElseThrow()));
        }
    }

    private static double misfit(double[] intensity, double[] slope) {
        double sum = 0;
        for (int k = 0; k < slope.length; k++) {
            sum += slope[k] * intensity[k];
        }
        return sum;
    }

    @Test
    void the_grid_of_lines_meets_a_polynomial_of_the_fifth_degree_and_gathers_as_it_reads() {
        LineGrid grid = new LineGrid(3, 0.1);
        double[] table = grid.table(g -> 1 + g * g - 0.3 * Math.pow(g, 4));
        double[] gathered = new double[grid.size()];
        Random random = new Random(1);
        double sum = 0;
        for (int n = 0; n < 1000; n++) {
            double g = 3 * random.nextDouble();
            grid.moveTo(g);
            double value = grid.valueOf(table);
            assertThat(value).isCloseTo(1 + g * g - 0.3 * Math.pow(g, 4), within(1e-12));
            grid.add(n, gathered);
            sum += n * value;
        }
        assertThat(misfit(gathered, table)).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
    }
}
