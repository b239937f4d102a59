package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class KPointsTest {
    private static final ScatteringAmplitude XRAY = ScatteringAmplitude.of(Radiation.XRAY);

    /** |F|^2/f^2 per cubic cell: 64 for h+k+l = 4n, 32 for all odd, else 0; over 8 atoms and times the number of cells. */
    @Test
    void perfect_silicon_has_the_lines_of_the_diamond_structure_factor() {
        double edge = 5.431;
        int cells = 5;
        double qMax = 9;
        TreeMap<Integer, double[]> expected = new TreeMap<>();
        int reach = (int) Math.ceil(qMax * edge / (2 * Math.PI));
        for (int h = -reach; h <= reach; h++) {
            for (int k = -reach; k <= reach; k++) {
                for (int l = -reach; l <= reach; l++) {
                    boolean odd = h % 2 != 0 && k % 2 != 0 && l % 2 != 0;
                    boolean even = h % 2 == 0 && k % 2 == 0 && l % 2 == 0 && (h + k + l) % 4 == 0;
                    int square = h * h + k * k + l * l;
                    if (square > 0 && (odd || even) && 2 * Math.PI * Math.sqrt(square) / edge <= qMax) {
                        double[] line = expected.computeIfAbsent(square, s -> new double[2]);
                        line[0] += (odd ? 4.0 : 8.0) * cells * cells * cells;
                        line[1]++;
                    }
                }
            }
        }

        List<BraggPeak> peaks =
                KPoints.braggPeaks(Crystals.diamond(edge).repeated(cells, cells, cells), XRAY, qMax, 1e-6);

        assertThat(peaks).hasSameSizeAs(expected.keySet());
        int n = 0;
        for (var line : expected.entrySet()) {
            BraggPeak peak = peaks.get(n++);
            assertThat(peak.qPerAngstrom()).isCloseTo(2 * Math.PI * Math.sqrt(line.getKey()) / edge, within(1e-9));
            assertThat(peak.intensity() / line.getValue()[0]).isCloseTo(1, within(1e-9));
            assertThat(peak.multiplicity()).isEqualTo((int) line.getValue()[1]);
        }
    }

    @Test
    void a_skewed_cell_of_two_species_meets_the_formula_term_by_term() {
        Structure gas = Crystals.skewedGas(7, 1);
        double[] q = Grids.even(0.7, 4, 30);
        double sigma = 0.15;
        double[] expected = new double[q.length];
        double[] b = gas.cell().reciprocalRows();
        for (int h = -9; h <= 9; h++) {
            for (int k = -9; k <= 9; k++) {
                for (int l = -9; l <= 9; l++) {
                    double[] g = new double[3];
                    for (int axis = 0; axis < 3; axis++) {
                        g[axis] = h * b[axis] + k * b[3 + axis] + l * b[6 + axis];
                    }
                    double length = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
                    if (length == 0 || length > 5) {
                        continue;
                    }
                    double re = 0;
                    double im = 0;
                    double squares = 0;
                    for (int i = 0; i < gas.size(); i++) {
                        double f = XRAY.at(gas.species(i), length);
                        double phase = g[0] * gas.x(i) + g[1] * gas.y(i) + g[2] * gas.z(i);
                        re += f * Math.cos(phase);
                        im += f * Math.sin(phase);
                        squares += f * f;
                    }
                    for (int p = 0; p < q.length; p++) {
                        expected[p] += 2
                                * Math.PI
                                * Math.PI
                                / (gas.cell().volume() * q[p] * q[p])
                                * (re * re + im * im)
                                / squares
                                * Math.exp(-Math.pow((q[p] - length) / sigma, 2) / 2)
                                / (sigma * Math.sqrt(2 * Math.PI));
                    }
                }
            }
        }
        double[] found = new KPoints(XRAY, q, Resolution.constantSigma(sigma), 0).intensity(gas);
        assertThat(Grids.relativeToMaximum(found, expected)).isLessThan(1e-8);
    }

    @Test
    void an_ideal_gas_gives_one() {
        double[] q = Grids.even(1.5, 8, 50);
        KPoints kPoints = new KPoints(XRAY, q, Resolution.constantSigma(0.1), 0);
        double mean = 0;
        int runs = 20;
        for (int seed = 0; seed < runs; seed++) {
            Structure gas = Crystals.gas(Cell.cubic(16), 100, seed, List.of(Element.SI, Element.O));
            for (double s : kPoints.intensity(gas)) {
                mean += s / (runs * q.length);
            }
        }
        assertThat(mean).isCloseTo(1, within(0.01));
    }

    /** From 500 atoms on the sums come from a mesh; below from the plain walk. Copies of a cell have the lines of one. */
    @Test
    void copies_of_a_cell_have_its_lines_and_no_others() {
        Structure gas = Crystals.skewedGas(100, 4);
        double[] q = Grids.even(0.7, 6, 60);
        KPoints kPoints = new KPoints(XRAY, q, Resolution.constantSigma(0.1), 0);

        double[] eight = kPoints.intensity(gas.repeated(2, 2, 2));

        assertThat(Grids.relativeToMaximum(eight, kPoints.intensity(gas))).isLessThan(1e-8);
    }

    @Test
    void a_cap_leaves_the_pattern_below_it_alone() {
        Structure gas = Crystals.skewedGas(8, 9);
        double[] q = Grids.even(0.7, 4, 30);
        Resolution resolution = Resolution.constantSigma(0.05);
        double[] whole = new KPoints(XRAY, q, resolution, 0).intensity(gas);
        double[] capped = new KPoints(XRAY, q, resolution, 0, 3).intensity(gas);
        for (int k = 0; k < q.length; k++) {
            assertThat(capped[k]).isCloseTo(q[k] < 2.6 ? whole[k] : q[k] > 3.4 ? 0 : capped[k], within(1e-9));
        }
    }

    @Test
    void an_observable_serves_several_threads() {
        KPoints kPoints = new KPoints(XRAY, Grids.even(0.7, 4, 30), Resolution.constantSigma(0.1), 0);
        List<double[]> alone = IntStream.range(0, 16)
                .mapToObj(seed -> kPoints.intensity(Crystals.skewedGas(20, seed)))
                .toList();
        List<double[]> together = IntStream.range(0, 16)
                .parallel()
                .mapToObj(seed -> kPoints.intensity(Crystals.skewedGas(20, seed)))
                .toList();
        for (int n = 0; n < 16; n++) {
            assertThat(together.get(n)).isEqualTo(alone.get(n));
        }
    }

    /** An Einstein solid: lines lose exp(-B q^2/(8 pi^2)), and what they lose lies between them. */
    @Test
    void isotropic_b_moves_intensity_from_the_lines_to_the_background() {
        double[] q = {2 * Math.PI * Math.sqrt(3) / 5.431, 2.6};
        Structure silicon = Crystals.diamond(5.431);
        Resolution resolution = Resolution.constantSigma(0.02);
        double[] still = new KPoints(XRAY, q, resolution, 0).intensity(silicon);
        double[] warm = new KPoints(XRAY, q, resolution, 0.5).intensity(silicon);
        double line = Math.exp(-0.5 * q[0] * q[0] / (8 * Math.PI * Math.PI));
        assertThat(warm[0]).isCloseTo(line * still[0] + 1 - line, within(1e-9 * still[0]));
        assertThat(warm[1]).isCloseTo(1 - Math.exp(-0.5 * 2.6 * 2.6 / (8 * Math.PI * Math.PI)), within(1e-9));
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> new KPoints(XRAY, new double[] {0, 1}, Resolution.constantSigma(0.1), 0))
                .hasMessageContaining("q above 0");
        assertThatThrownBy(() -> new KPoints(XRAY, new double[] {1}, Resolution.constantSigma(0), 0))
                .hasMessageContaining("resolution above 0");
        Structure molecule = new Structure(Cell.open(), List.of(Element.H), new double[3]);
        assertThatThrownBy(
                        () -> new KPoints(XRAY, new double[] {1}, Resolution.constantSigma(0.1), 0).intensity(molecule))
                .hasMessageContaining("periodic along all three vectors");
    }
}
