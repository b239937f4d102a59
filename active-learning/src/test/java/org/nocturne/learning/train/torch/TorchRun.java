package org.nocturne.learning.train.torch;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.job.FrameLayout;
import org.nocturne.learning.train.job.LabelledDisplacement;
import org.nocturne.learning.train.network.EquivariantForceNetwork;

/** A network's residual forces by libtorch, in this JVM, on plain arrays. */
public final class TorchRun {
    static {
        // Unpacked once for tests and trainings together.
        System.setProperty(
                "org.bytedeco.javacpp.cachedir", TrainerJvm.ofThisOne().cache().toString());
        Libtorch.load();
    }

    private TorchRun() {}

    /** @param frames displacements one after another, all of one layout */
    public static float[] residual(
            EquivariantForceNetwork network, float[] weights, FrameLayout layout, double[] kelvin, float[]... frames) {
        TorchNetwork torch = new TorchNetwork(network);
        torch.load(weights);
        Collation collation = new Collation(List.of(layout), network.shape().sigmaAngstromPerRootKelvin());
        collation.prepare(0, frames.length);
        try (PointerScope scope = new PointerScope()) {
            List<LabelledDisplacement> batch = new java.util.ArrayList<>();
            for (int f = 0; f < frames.length; f++) {
                batch.add(new LabelledDisplacement(0, false, kelvin[f], frames[f], new float[0], new float[0]));
            }
            float[] out = new float[frames.length * 3 * layout.atoms()];
            torch.residualForce(collation.inputs(batch))
                    .contiguous()
                    .<FloatBuffer>createBuffer()
                    .get(out);
            return out;
        }
    }
}
