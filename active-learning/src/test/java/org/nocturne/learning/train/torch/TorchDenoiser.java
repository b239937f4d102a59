package org.nocturne.learning.train.torch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.network.EquivariantDenoiser;

/** A denoiser by libtorch, in this JVM, on structures as they are. */
public final class TorchDenoiser {
    static {
        // Unpacked once for tests and trainings together.
        System.setProperty(
                "org.bytedeco.javacpp.cachedir", TrainerJvm.ofThisOne().cache().toString());
        Libtorch.load();
    }

    private TorchDenoiser() {}

    /** The noise of structures that lie behind one another, with the sigma of each. */
    public static float[] noise(
            EquivariantDenoiser denoiser, float[] values, List<Structure> structures, double... sigma) {
        TorchWeights weights = new TorchWeights(denoiser.parameters());
        weights.load(values);
        List<NoisedSample> samples = new ArrayList<>();
        int atoms = 0;
        for (int k = 0; k < sigma.length; k++) {
            Structure s = structures.get(k);
            samples.add(new NoisedSample(
                    DenoisingSet.Specimen.of(s, denoiser.shape()),
                    sigma[k],
                    new float[0],
                    PaddedNeighbours.of(s, denoiser.shape().cutoffAngstrom())));
            atoms += s.size();
        }
        try (PointerScope scope = new PointerScope()) {
            float[] out = new float[3 * atoms];
            denoiser.noise(weights.ops(), DenoiserCollation.inputs(samples))
                    .contiguous()
                    .<FloatBuffer>createBuffer()
                    .get(out);
            return out;
        }
    }
}
