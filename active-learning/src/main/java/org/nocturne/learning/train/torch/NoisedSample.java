package org.nocturne.learning.train.torch;

import java.util.random.RandomGenerator;
import org.nocturne.core.structure.PaddedNeighbours;
import org.nocturne.core.structure.Structure;

/**
 * A structure with noise on it, x = x0 + sigma eps, as a denoiser learns from it.
 *
 * @param noise eps, 3N, normal with no mean over the atoms: a shift of all together is no noise
 * @param neighbours in the noised structure
 */
record NoisedSample(DenoisingSet.Specimen of, double sigma, float[] noise, PaddedNeighbours neighbours) {

    static NoisedSample of(DenoisingSet.Specimen clean, double sigma, double cutoffAngstrom, RandomGenerator random) {
        Structure structure = clean.structure();
        double[] eps = new double[3 * structure.size()];
        double[] mean = new double[3];
        for (int k = 0; k < eps.length; k++) {
            eps[k] = random.nextGaussian();
            mean[k % 3] += eps[k] / structure.size();
        }
        float[] noise = new float[eps.length];
        for (int k = 0; k < eps.length; k++) {
            eps[k] -= mean[k % 3];
            noise[k] = (float) eps[k];
            eps[k] *= sigma;
        }
        return new NoisedSample(clean, sigma, noise, PaddedNeighbours.of(structure.displaced(eps), cutoffAngstrom));
    }
}
