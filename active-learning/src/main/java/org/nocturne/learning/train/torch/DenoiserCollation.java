package org.nocturne.learning.train.torch;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.learning.train.network.DenoiserInputs;

/** Lays noised structures of any size behind one another. */
final class DenoiserCollation {
    private DenoiserCollation() {}

    static int atoms(List<NoisedSample> samples) {
        return samples.stream().mapToInt(s -> s.neighbours().atoms()).sum();
    }

    /** Within a PointerScope. */
    static DenoiserInputs<Tensor> inputs(List<NoisedSample> samples) {
        int n = atoms(samples);
        int k = samples.stream().mapToInt(s -> s.neighbours().slots()).max().orElseThrow();
        long[] species = new long[n];
        long[] neighbours = new long[n * k];
        float[] mask = new float[n * k];
        float[] vectors = new float[3 * n * k];
        float[] sigma = new float[n];
        int first = 0;
        for (NoisedSample sample : samples) {
            PaddedNeighbours near = sample.neighbours();
            int slots = near.slots();
            Arrays.fill(sigma, first, first + near.atoms(), (float) sample.sigma());
            for (int i = 0; i < near.atoms(); i++) {
                int row = first + i;
                species[row] = sample.of().species()[i];
                Arrays.fill(neighbours, row * k, (row + 1) * k, row);
                for (int slot = 0; slot < slots; slot++) {
                    neighbours[row * k + slot] = (long) first + near.neighbour()[i * slots + slot];
                }
                System.arraycopy(near.mask(), i * slots, mask, row * k, slots);
                System.arraycopy(near.vector(), 3 * i * slots, vectors, 3 * row * k, 3 * slots);
            }
            first += near.atoms();
        }
        return new DenoiserInputs<>(
                AbstractTensor.create(species, n),
                AbstractTensor.create(neighbours, n, k),
                AbstractTensor.create(mask, n, k),
                AbstractTensor.create(vectors, n, k, 3),
                AbstractTensor.create(sigma, n, 1));
    }
}
