package org.nocturne.learning.train.denoiser;

import java.util.List;
import org.nocturne.learning.train.network.DenoiserInputs;
import org.nocturne.learning.train.network.EquivariantDenoiser;
import org.nocturne.learning.train.onnx.OnnxGraph;
import org.nocturne.learning.train.onnx.OnnxOps;

/** A denoiser as ONNX, behind the seam of {@link org.nocturne.core.model.DenoiserManifest#INPUTS}. */
final class DenoiserGraph {
    private DenoiserGraph() {}

    static byte[] of(EquivariantDenoiser denoiser, float[] weights) {
        OnnxGraph g = new OnnxGraph();
        g.input("species", OnnxGraph.INT64, "N");
        g.input("neighbours", OnnxGraph.INT64, "N", "K");
        g.input("mask", OnnxGraph.FLOAT, "N", "K");
        g.input("vectors", OnnxGraph.FLOAT, "N", "K", 3);
        g.input("sigma", OnnxGraph.FLOAT);
        OnnxOps o = new OnnxOps(g, denoiser.parameters(), weights);
        String sigma = g.op("Reshape", List.of("sigma", g.longs(1, 1)));
        String noise = denoiser.noise(o, new DenoiserInputs<>("species", "neighbours", "mask", "vectors", sigma));
        g.output(noise, "noise", OnnxGraph.FLOAT, "N", 3);
        return g.bytes();
    }
}
