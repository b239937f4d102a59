package org.nocturne.generator.neural;

import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.model.DenoiserManifest;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.variant.Denoiser;

/** A denoiser in an ONNX file, run by ONNX Runtime behind the seam of {@link DenoiserManifest#INPUTS}. */
public final class OnnxDenoiser implements Denoiser, AutoCloseable {
    private final OnnxSession session;
    private final DenoiserManifest manifest;
    private final List<Element> species;

    /** Opens a file whose hash the caller has checked. */
    OnnxDenoiser(Path file, DenoiserManifest manifest, List<Element> species, ExecutionDevice device) {
        this.session = new OnnxSession(file, device);
        this.manifest = manifest;
        this.species = species;
    }

    @Override
    public double[] noise(Structure noised, double sigmaAngstrom) {
        PaddedNeighbours near = PaddedNeighbours.of(noised, manifest.cutoffAngstrom());
        int n = near.atoms();
        int k = near.slots();
        long[] index = new long[n];
        long[] neighbours = new long[n * k];
        for (int i = 0; i < n; i++) {
            index[i] = species.indexOf(noised.species(i));
        }
        for (int at = 0; at < neighbours.length; at++) {
            neighbours[at] = near.neighbour()[at];
        }
        try (OnnxSession.Inputs inputs = session.inputs()) {
            inputs.longs("species", index, n)
                    .longs("neighbours", neighbours, n, k)
                    .floats("mask", near.mask(), n, k)
                    .floats("vectors", near.vector(), n, k, 3)
                    .floats("sigma", new float[] {(float) sigmaAngstrom});
            return session.run(inputs, "noise", 3 * n);
        }
    }

    @Override
    public List<Element> species() {
        return species;
    }

    @Override
    public double leastNoiseAngstrom() {
        return manifest.leastNoiseAngstrom();
    }

    @Override
    public double mostNoiseAngstrom() {
        return manifest.mostNoiseAngstrom();
    }

    @Override
    public void close() {
        session.close();
    }
}
