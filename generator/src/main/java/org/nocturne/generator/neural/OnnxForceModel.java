package org.nocturne.generator.neural;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Kelvin;

/** A force model in an ONNX file, run by ONNX Runtime behind the fixed seam of {@link org.nocturne.core.model.ModelManifest#INPUTS}. */
public final class OnnxForceModel implements ForceModel {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String where;

    /** Opens a model file whose hash the caller has checked. */
    OnnxForceModel(Path file, ExecutionDevice device) {
        where = file.toString();
        try {
            environment = DeepStack.call(OrtException.class, OrtEnvironment::getEnvironment);
            try (OrtSession.SessionOptions options = device.options()) {
                session = DeepStack.call(OrtException.class, () -> environment.createSession(file.toString(), options));
            }
        } catch (OrtException e) {
            throw new ModelException(file + ": ONNX Runtime cannot load this model: " + e.getMessage(), e);
        }
    }

    @Override
    public double[] forces(LocalEnvironments environments, double[] displacementsAngstrom, Kelvin temperature) {
        int n = environments.atoms();
        if (displacementsAngstrom.length != 3 * n) {
            throw new IllegalArgumentException(
                    "found " + displacementsAngstrom.length + " displacement components for " + n + " atoms");
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            fill(inputs, environments, displacementsAngstrom, temperature);
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor force = (OnnxTensor)
                        result.get("force").orElseThrow(() -> new ModelException(where + ": has no output 'force'"));
                FloatBuffer buffer = force.getFloatBuffer();
                double[] out = new double[3 * n];
                for (int k = 0; k < out.length; k++) {
                    out[k] = buffer.get(k);
                }
                return out;
            }
        } catch (OrtException e) {
            throw new ModelException(where + ": " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void fill(Map<String, OnnxTensor> inputs, LocalEnvironments env, double[] u, Kelvin temperature)
            throws OrtException {
        int n = env.atoms();
        int k = env.slots();
        float[] displacements = new float[3 * n];
        long[] site = new long[n];
        long[] species = new long[n];
        long[] neighbours = new long[n * k];
        float[] mask = new float[n * k];
        float[] reference = new float[3 * n * k];
        for (int i = 0; i < n; i++) {
            site[i] = env.siteClass(i);
            species[i] = env.inherent().species(i).atomicNumber();
            for (int axis = 0; axis < 3; axis++) {
                displacements[3 * i + axis] = (float) u[3 * i + axis];
            }
            for (int slot = 0; slot < k; slot++) {
                neighbours[i * k + slot] = env.neighbour(i, slot);
                mask[i * k + slot] = env.isPresent(i, slot) ? 1 : 0;
                for (int axis = 0; axis < 3; axis++) {
                    reference[3 * (i * k + slot) + axis] = (float) env.reference(i, slot, axis);
                }
            }
        }
        inputs.put("displacements", floats(displacements, n, 3));
        inputs.put("site_class", longs(site, n));
        inputs.put("species", longs(species, n));
        inputs.put("neighbours", longs(neighbours, n, k));
        inputs.put("mask", floats(mask, n, k));
        inputs.put("reference_vectors", floats(reference, n, k, 3));
        inputs.put("temperature", floats(new float[] {(float) temperature.value()}));
    }

    private OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }

    private OnnxTensor longs(long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException(where + ": could not be closed: " + e.getMessage(), e);
        }
    }
}
