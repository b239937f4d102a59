package org.nocturne.learning.train.denoiser;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.EquivariantDenoiser;

/** Runs the graph of a denoiser on a structure. */
final class OnnxDenoiserRun {
    private OnnxDenoiserRun() {}

    static double[] noise(EquivariantDenoiser denoiser, float[] weights, Structure s, double sigma) throws Exception {
        return noise(
                denoiser, weights, s, PaddedNeighbours.of(s, denoiser.shape().cutoffAngstrom()), sigma);
    }

    static double[] noise(
            EquivariantDenoiser denoiser, float[] weights, Structure s, PaddedNeighbours near, double sigma)
            throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long n = near.atoms();
        long k = near.slots();
        long[] species = s.species().stream()
                .mapToLong(e -> denoiser.shape().species().indexOf(e.symbol()))
                .toArray();
        long[] neighbours = Arrays.stream(near.neighbour()).asLongStream().toArray();
        try (OrtSession session = environment.createSession(DenoiserGraph.of(denoiser, weights))) {
            Map<String, OnnxTensor> in = new java.util.HashMap<>(Map.of(
                    "species", OnnxTensor.createTensor(environment, LongBuffer.wrap(species), new long[] {n}),
                    "neighbours", OnnxTensor.createTensor(environment, LongBuffer.wrap(neighbours), new long[] {n, k}),
                    "mask", OnnxTensor.createTensor(environment, FloatBuffer.wrap(near.mask()), new long[] {n, k}),
                    "vectors",
                            OnnxTensor.createTensor(environment, FloatBuffer.wrap(near.vector()), new long[] {n, k, 3}),
                    "sigma",
                            OnnxTensor.createTensor(
                                    environment, FloatBuffer.wrap(new float[] {(float) sigma}), new long[0])));
            in.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(in)) {
                FloatBuffer found = ((OnnxTensor) result.get("noise").orElseThrow()).getFloatBuffer();
                double[] out = new double[3 * s.size()];
                for (int i = 0; i < out.length; i++) {
                    out[i] = found.get(i);
                }
                return out;
            }
        }
    }
}
