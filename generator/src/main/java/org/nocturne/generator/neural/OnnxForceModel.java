package org.nocturne.generator.neural;

import java.nio.file.Path;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Kelvin;

/** A force model in an ONNX file, run by ONNX Runtime behind the fixed seam of {@link org.nocturne.core.model.ModelManifest#INPUTS}. */
public final class OnnxForceModel implements ForceModel {
    private final OnnxSession session;

    /** Opens a model file whose hash the caller has checked. */
    OnnxForceModel(Path file, ExecutionDevice device) {
        session = new OnnxSession(file, device);
    }

    @Override
    public double[] forces(LocalEnvironments environments, double[] displacementsAngstrom, Kelvin temperature) {
        int n = environments.atoms();
        if (displacementsAngstrom.length != 3 * n) {
            throw new IllegalArgumentException(
                    "found " + displacementsAngstrom.length + " displacement components for " + n + " atoms");
        }
        try (OnnxSession.Inputs inputs = session.inputs()) {
            fill(inputs, environments, displacementsAngstrom, temperature);
            return session.run(inputs, "force", 3 * n);
        }
    }

    private static void fill(OnnxSession.Inputs inputs, LocalEnvironments env, double[] u, Kelvin temperature) {
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
        inputs.floats("displacements", displacements, n, 3)
                .longs("site_class", site, n)
                .longs("species", species, n)
                .longs("neighbours", neighbours, n, k)
                .floats("mask", mask, n, k)
                .floats("reference_vectors", reference, n, k, 3)
                .floats("temperature", new float[] {(float) temperature.value()});
    }

    @Override
    public void close() {
        session.close();
    }
}
