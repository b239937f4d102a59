package org.nocturne.routes.cli.bench.network;

import java.util.stream.IntStream;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.cli.bench.inputs.Rattled;
import org.nocturne.routes.cli.bench.inputs.SiliconModel;
import org.nocturne.routes.cli.bench.measure.Timed;

/** The forces on one configuration after the other, as a correction asks for them. */
final class ForceTrial {
    private static final int WARM_UP = 3;

    private ForceTrial() {}

    /**
     * One size on one device.
     *
     * @param millis of one call, the median
     * @param processorMillis of all threads of this process
     * @param engineMillis of the embedded engine for the potential that was learned, one thread, in turn with the network
     */
    record Row(String device, int atoms, double millis, double processorMillis, double engineMillis) {}

    /** @param cells along each edge */
    static Row of(ModelFolder model, ExecutionDevice device, int cells, int repeats, long seed) {
        Structure perfect = PerfectSilicon.cell().repeated(cells, cells, cells);
        LocalEnvironments environments = LocalEnvironments.of(perfect, model.sites());
        double[] u = Rattled.silicon(cells, seed).xyzAngstrom();
        double[] rest = perfect.xyzAngstrom();
        double[] moved = u.clone();
        for (int k = 0; k < u.length; k++) {
            u[k] -= rest[k];
        }
        PotentialEnergySurface surface = SiliconModel.surface(perfect);
        try (ForceModel network = model.openNetwork(device).orElseThrow()) {
            Timed[] learned = new Timed[repeats];
            Timed[] engine = new Timed[repeats];
            for (int k = -WARM_UP; k < repeats; k++) {
                Timed one = Timed.of(() -> network.forces(environments, u, SiliconModel.TEMPERATURE));
                Timed other = Timed.of(() -> move(surface, moved));
                if (k >= 0) {
                    learned[k] = one;
                    engine[k] = other;
                }
            }
            Timed median = Timed.median(learned);
            return new Row(
                    device.describe(),
                    perfect.size(),
                    1000 * median.seconds(),
                    1000 * median.processorSeconds(),
                    1000 * Timed.median(engine).seconds());
        }
    }

    private static void move(PotentialEnergySurface surface, double[] xyz) {
        try {
            surface.moveTo(xyz);
        } catch (NotFiniteException e) {
            throw new IllegalStateException("the potential of silicon: " + e.getMessage(), e);
        }
    }

    /** 1000 atoms, and some ten times as many each, up to a number. */
    static int[] cells(int mostAtoms) {
        return IntStream.of(5, 11, 23).filter(n -> 8 * n * n * n <= mostAtoms).toArray();
    }
}
