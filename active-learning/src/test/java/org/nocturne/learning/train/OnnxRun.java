package org.nocturne.learning.train;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.nocturne.learning.train.job.FrameLayout;

/** Runs a graph behind the seam on plain arrays. */
final class OnnxRun {
    private OnnxRun() {}

    static float[] forces(byte[] graph, FrameLayout layout, float[] u, double kelvin) throws Exception {
        int n = layout.atoms();
        int k = layout.slots();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph)) {
            Map<String, OnnxTensor> in = new HashMap<>();
            in.put("displacements", floats(u, n, 3));
            in.put("site_class", longs(layout.siteClass(), n));
            in.put("neighbours", longs(layout.neighbour(), n, k));
            in.put("mask", floats(layout.mask(), n, k));
            in.put("reference_vectors", floats(layout.reference(), n, k, 3));
            in.put("temperature", floats(new float[] {(float) kelvin}));
            in.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(in)) {
                float[] out = new float[3 * n];
                ((OnnxTensor) result.get("force").orElseThrow())
                        .getFloatBuffer()
                        .get(out);
                return out;
            }
        }
    }

    private static OnnxTensor floats(float[] values, long... shape) throws Exception {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
    }

    private static OnnxTensor longs(int[] values, long... shape) throws Exception {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(wide), shape);
    }
}
