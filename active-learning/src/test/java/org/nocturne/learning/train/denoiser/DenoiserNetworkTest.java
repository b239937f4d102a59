package org.nocturne.learning.train.denoiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.EquivariantDenoiser;
import org.nocturne.learning.train.torch.TorchDenoiser;

/** Laws that hold for every choice of weights; the weights here are random. */
class DenoiserNetworkTest {
    private static final double TOLERANCE = 1e-5; // of the rms of what is predicted
    private static final double SIGMA = 0.3;

    private final Structure glass = Glasses.of(4, 1, "Si", "O");
    private final EquivariantDenoiser denoiser = Glasses.denoiser(8, 2, "O", "Si");
    private final float[] weights = Glasses.weights(denoiser, 5);

    private double[] noise(Structure structure) throws Exception {
        return OnnxDenoiserRun.noise(denoiser, weights, structure, SIGMA);
    }

    private static double rms(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return Math.sqrt(sum / values.length);
    }

    private static double largestDifference(double[] a, double[] b) {
        double out = 0;
        for (int k = 0; k < a.length; k++) {
            out = Math.max(out, Math.abs(a[k] - b[k]));
        }
        return out;
    }

    private static double[] doubles(float[] values, int from, int length) {
        double[] out = new double[length];
        for (int k = 0; k < length; k++) {
            out[k] = values[from + k];
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.3, 1.6})
    void onnx_and_libtorch_predict_the_same_noise(double sigma) throws Exception {
        for (String[] species : new String[][] {{"Si"}, {"O", "Si"}}) {
            Structure structure = Glasses.of(4, 2, species);
            EquivariantDenoiser of = Glasses.denoiser(16, 3, species);
            float[] w = Glasses.weights(of, 7);

            double[] onnx = OnnxDenoiserRun.noise(of, w, structure, sigma);
            double[] torch = doubles(TorchDenoiser.noise(of, w, List.of(structure), sigma), 0, 3 * structure.size());

            assertThat(rms(torch)).isGreaterThan(1e-3);
            assertThat(largestDifference(onnx, torch)).isLessThan(TOLERANCE * rms(torch));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_rotation_or_reflection_of_the_structure_turns_the_noise_along(boolean reflected) throws Exception {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        double[] r = {c, s, 0, -s * 0.8, c * 0.8, 0.6, s * 0.6, -c * 0.6, 0.8};
        for (int k = 0; reflected && k < 9; k++) {
            r[k] = -r[k];
        }

        double[] before = noise(glass);
        double[] after = noise(Glasses.turned(glass, r));

        assertThat(rms(before)).isGreaterThan(1e-2);
        assertThat(largestDifference(after, Glasses.turned(before, r))).isLessThan(TOLERANCE * rms(before));
    }

    /** By a multiple of 1/8, which float32 adds to these positions without rounding much. */
    @Test
    void a_shift_of_the_structure_changes_nothing() throws Exception {
        double[] by = new double[3 * glass.size()];
        for (int k = 0; k < by.length; k++) {
            by[k] = new double[] {3.125, -17.5, 0.625}[k % 3];
        }

        double[] before = noise(glass);

        assertThat(largestDifference(noise(glass.displaced(by)), before)).isLessThan(TOLERANCE * rms(before));
    }

    @Test
    void the_names_of_the_atoms_do_not_matter() throws Exception {
        int n = glass.size();
        Element[] species = new Element[n];
        double[] xyz = new double[3 * n];
        for (int i = 0; i < n; i++) {
            int to = 5 * i % n; // n is a power of 2
            species[to] = glass.species(i);
            System.arraycopy(glass.xyzAngstrom(), 3 * i, xyz, 3 * to, 3);
        }

        double[] before = noise(glass);
        double[] after = noise(new Structure(glass.cell(), List.of(species), xyz));

        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 3; axis++) {
                assertThat(Math.abs(after[3 * (5 * i % n) + axis] - before[3 * i + axis]))
                        .isLessThan(TOLERANCE * rms(before));
            }
        }
    }

    @Test
    void empty_places_change_nothing() throws Exception {
        PaddedNeighbours near = PaddedNeighbours.of(glass, 4.2);
        int n = near.atoms();
        int k = near.slots();
        PaddedNeighbours padded = new PaddedNeighbours(
                n, k + 3, new int[n * (k + 3)], new float[n * (k + 3)], new float[3 * n * (k + 3)]);
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(padded.neighbour(), i * (k + 3), (i + 1) * (k + 3), i);
            System.arraycopy(near.neighbour(), i * k, padded.neighbour(), i * (k + 3), k);
            System.arraycopy(near.mask(), i * k, padded.mask(), i * (k + 3), k);
            System.arraycopy(near.vector(), 3 * i * k, padded.vector(), 3 * i * (k + 3), 3 * k);
        }

        double[] before = noise(glass);

        assertThat(largestDifference(OnnxDenoiserRun.noise(denoiser, weights, glass, padded, SIGMA), before))
                .isLessThan(TOLERANCE * rms(before));
    }

    @Test
    void structures_behind_one_another_do_not_see_each_other() {
        Structure small = Glasses.of(3, 9, "Si");

        float[] both = TorchDenoiser.noise(denoiser, weights, List.of(small, glass), 0.7, SIGMA);
        float[] alone = TorchDenoiser.noise(denoiser, weights, List.of(glass), SIGMA);

        double[] second = doubles(both, 3 * small.size(), 3 * glass.size());
        assertThat(largestDifference(second, doubles(alone, 0, 3 * glass.size())))
                .isLessThan(TOLERANCE * rms(second));
    }

    @Test
    void the_other_species_and_the_other_noise_make_a_difference() throws Exception {
        double[] before = noise(glass);

        assertThat(largestDifference(noise(Glasses.of(4, 1, "O", "Si")), before))
                .isGreaterThan(0.01 * rms(before));
        assertThat(largestDifference(OnnxDenoiserRun.noise(denoiser, weights, glass, 0.6), before))
                .isGreaterThan(0.01 * rms(before));
    }

    /** Two atoms, one of which comes in: nothing before the cut-off of 4.2 angstrom, and nothing jumps there. */
    @Test
    void a_neighbour_comes_in_smoothly() throws Exception {
        EquivariantDenoiser one = Glasses.denoiser(8, 2, "Si");
        float[] w = Glasses.weights(one, 6);

        assertThat(rms(OnnxDenoiserRun.noise(one, w, pair(4.3), SIGMA))).isZero();
        double outside = rms(OnnxDenoiserRun.noise(one, w, pair(4.19), SIGMA));
        double inside = rms(OnnxDenoiserRun.noise(one, w, pair(2.4), SIGMA));
        assertThat(outside).isPositive().isLessThan(1e-4 * inside);
    }

    private static Structure pair(double distance) {
        return new Structure(
                Cell.cubic(15), List.of(Element.SI, Element.SI), new double[] {2, 2, 2, 2 + distance, 2, 2});
    }
}
