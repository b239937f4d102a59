package org.nocturne.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairOrbits;
import org.nocturne.core.crystal.SiteOrbits;
import org.nocturne.core.crystal.SpaceGroup;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.job.FrameLayout;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.torch.TorchRun;

/** Laws that hold for every choice of weights; the weights here are random. */
class ForceNetworkTest {
    private static final double T = 700;
    private static final double SIGMA = 0.0036 * Math.sqrt(T);
    private static final double TOLERANCE = 1e-5; // of the rms force

    private final Structure silicon = Crystals.silicon(2);
    private final int[] classes = SiteOrbits.of(Crystals.primitive(silicon));
    private final EquivariantForceNetwork network = Crystals.network(classes);
    private final float[] weights = Crystals.weights(network, 5);
    private final LocalEnvironments environments = Crystals.environments(silicon);
    private final FrameLayout layout = FrameLayout.of(environments, new int[] {0, 1}); // as the seam has it: sites
    private final float[] u = Crystals.noise(3 * silicon.size(), SIGMA, 8);

    private EffectiveForceConstants springs(Structure crystal) {
        PairOrbits orbits = new PairOrbits(Crystals.primitive(crystal), Crystals.CUTOFF);
        double[][] theta = new double[1][orbits.parameters()];
        for (int k = 0; k < theta[0].length; k++) {
            theta[0][k] = 4.0 / (k + 1);
        }
        return new EffectiveForceConstants(orbits, theta);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Si", "C"})
    void onnx_and_libtorch_give_the_same_force(String other) throws Exception {
        Structure crystal =
                Crystals.diamond(2, 5.431, Element.SI, Element.ofSymbol(other).orElseThrow());
        int[] orbits = SiteOrbits.of(Crystals.primitive(crystal));
        EquivariantForceNetwork net = Crystals.network(orbits);
        float[] w = Crystals.weights(net, 6);
        EffectiveForceConstants bare = springs(crystal);
        LocalEnvironments env = Crystals.environments(crystal);
        float[] residual = TorchRun.residual(net, w, FrameLayout.of(env, orbits), new double[] {T}, u);
        double[] linear = bare.forces(new BondLayout(env, bare.orbits()), Kelvin.of(T), doubles(u));

        float[] onnx = OnnxRun.forces(ForceNetworkGraph.of(bare, net, w), FrameLayout.of(env, new int[] {0, 1}), u, T);

        float[] torch = new float[residual.length];
        for (int k = 0; k < torch.length; k++) {
            torch[k] = (float) (residual[k] + linear[k]);
        }
        assertThat(net.shape().classes()).isEqualTo(other.equals("Si") ? 1 : 2);
        assertThat(Crystals.rms(residual)).isGreaterThan(0.05 * Crystals.rms(torch));
        assertThat(Crystals.largestDifference(onnx, torch)).isLessThan(TOLERANCE * Crystals.rms(torch));
        float[] alone =
                OnnxRun.forces(ForceNetworkGraph.residualOnly(net, w), FrameLayout.of(env, new int[] {0, 1}), u, T);
        assertThat(Crystals.rmsDifference(alone, residual)).isLessThan(TOLERANCE * Crystals.rms(residual));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_rotation_or_reflection_of_everything_turns_the_residual_force_along(boolean reflected) throws Exception {
        double[] r = Matrix3.times(Matrix3.times(turn(0, 0.7), turn(1, -1.9)), turn(2, 2.6));
        for (int k = 0; reflected && k < 9; k++) {
            r[k] = -r[k];
        }
        byte[] graph = ForceNetworkGraph.residualOnly(network, weights);
        FrameLayout turned = new FrameLayout(
                layout.atoms(),
                layout.slots(),
                layout.siteClass(),
                layout.neighbour(),
                layout.mask(),
                rotated(layout.reference(), r));

        float[] before = OnnxRun.forces(graph, layout, u, T);
        float[] after = OnnxRun.forces(graph, turned, rotated(u, r), T);

        assertThat(Crystals.rms(before)).isGreaterThan(1e-3);
        assertThat(Crystals.rmsDifference(after, rotated(before, r))).isLessThan(TOLERANCE * Crystals.rms(before));
    }

    /** The table of bare constants is fixed to the crystal, so the whole force is symmetric under the crystal's own operations. */
    @Test
    void every_operation_of_the_space_group_turns_the_whole_force_along() throws Exception {
        byte[] graph = ForceNetworkGraph.of(springs(silicon), network, weights);
        float[] before = OnnxRun.forces(graph, layout, u, T);
        List<SpaceGroup.Operation> operations =
                SpaceGroup.of(Crystals.primitive(silicon)).operations();
        assertThat(operations).hasSize(48);
        for (SpaceGroup.Operation operation : operations) {
            int[] image = images(operation);
            float[] after = OnnxRun.forces(graph, layout, moved(u, image, operation.rotation()), T);
            assertThat(Crystals.rmsDifference(after, moved(before, image, operation.rotation())))
                    .isLessThan(TOLERANCE * Crystals.rms(before));
        }
    }

    @Test
    void empty_slots_change_nothing() throws Exception {
        byte[] graph = ForceNetworkGraph.residualOnly(network, weights);
        int n = layout.atoms();
        int k = layout.slots();
        FrameLayout padded = new FrameLayout(
                n, k + 3, layout.siteClass(), new int[n * (k + 3)], new float[n * (k + 3)], new float[3 * n * (k + 3)]);
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(padded.neighbour(), i * (k + 3), (i + 1) * (k + 3), i);
            System.arraycopy(layout.neighbour(), i * k, padded.neighbour(), i * (k + 3), k);
            System.arraycopy(layout.mask(), i * k, padded.mask(), i * (k + 3), k);
            System.arraycopy(layout.reference(), 3 * i * k, padded.reference(), 3 * i * (k + 3), 3 * k);
        }

        float[] before = OnnxRun.forces(graph, layout, u, T);
        float[] after = OnnxRun.forces(graph, padded, u, T);

        assertThat(Crystals.rmsDifference(after, before)).isLessThan(TOLERANCE * Crystals.rms(before));
    }

    @Test
    void the_mean_force_of_each_structure_is_nothing_and_structures_do_not_see_each_other() {
        FrameLayout own = FrameLayout.of(environments, classes);
        float[] other = Crystals.noise(u.length, 0.05, 9);

        float[] both = TorchRun.residual(network, weights, own, new double[] {T, 300}, u, other);
        float[] alone = TorchRun.residual(network, weights, own, new double[] {300}, other);

        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int i = 0; i < layout.atoms(); i++) {
                mean += both[3 * i + axis] / layout.atoms();
            }
            assertThat(mean).isCloseTo(0, within(1e-6 * Crystals.rms(both)));
        }
        float[] second = java.util.Arrays.copyOfRange(both, u.length, 2 * u.length);
        assertThat(Crystals.rmsDifference(second, alone)).isLessThan(TOLERANCE * Crystals.rms(alone));
    }

    @Test
    void an_untrained_network_adds_nothing_to_the_bare_constants() throws Exception {
        EffectiveForceConstants bare = springs(silicon);
        byte[] graph = ForceNetworkGraph.of(bare, network, network.parameters().initial(1));
        double[] linear = bare.forces(new BondLayout(environments, bare.orbits()), Kelvin.of(T), doubles(u));

        float[] force = OnnxRun.forces(graph, layout, u, T);

        for (int k = 0; k < linear.length; k++) {
            assertThat((double) force[k]).isCloseTo(linear[k], within(1e-6));
        }
    }

    private static double[] turn(int axis, double angle) {
        double[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        int a = (axis + 1) % 3;
        int b = (axis + 2) % 3;
        m[3 * a + a] = Math.cos(angle);
        m[3 * b + b] = Math.cos(angle);
        m[3 * a + b] = Math.sin(angle);
        m[3 * b + a] = -Math.sin(angle);
        return m;
    }

    private static float[] rotated(float[] vectors, double[] r) {
        int[] same = java.util.stream.IntStream.range(0, vectors.length / 3).toArray();
        return moved(vectors, same, r);
    }

    /** The vector of atom i, turned, as that of atom image[i]. */
    private static float[] moved(float[] vectors, int[] image, double[] r) {
        float[] out = new float[vectors.length];
        double[] v = new double[3];
        for (int i = 0; i < image.length; i++) {
            Matrix3.rowTimes(vectors[3 * i], vectors[3 * i + 1], vectors[3 * i + 2], r, v);
            for (int k = 0; k < 3; k++) {
                out[3 * image[i] + k] = (float) v[k];
            }
        }
        return out;
    }

    private int[] images(SpaceGroup.Operation operation) {
        int[] out = new int[silicon.size()];
        double[] x = new double[3];
        double[] d = new double[3];
        for (int i = 0; i < out.length; i++) {
            operation.apply(silicon.x(i), silicon.y(i), silicon.z(i), x);
            out[i] = -1;
            for (int j = 0; j < out.length; j++) {
                d[0] = silicon.x(j) - x[0];
                d[1] = silicon.y(j) - x[1];
                d[2] = silicon.z(j) - x[2];
                silicon.cell().minimumImage(d);
                if (d[0] * d[0] + d[1] * d[1] + d[2] * d[2] < 1e-6) {
                    out[i] = j;
                }
            }
            assertThat(out[i]).isNotNegative();
        }
        return out;
    }

    private static double[] doubles(float[] values) {
        double[] out = new double[values.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = values[k];
        }
        return out;
    }
}
