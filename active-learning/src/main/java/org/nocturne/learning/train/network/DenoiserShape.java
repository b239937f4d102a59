package org.nocturne.learning.train.network;

import java.util.List;

/**
 * All that fixes a denoiser but its weights.
 *
 * @param channels C, vectors and scalars on each atom
 * @param layers rounds of messages
 * @param radialFunctions Gaussians of the distance, from 0 to the cut-off
 * @param noiseFunctions Gaussians of ln sigma, from the least noise to the largest
 * @param cutoffAngstrom all neighbours nearer than this are seen; their weight falls smoothly to 0 there, from half of it on
 * @param neighboursPerAtom by whose root the sums over neighbours are divided
 * @param species symbols, in the order of their index
 * @param leastNoiseAngstrom smallest sigma that is learned
 * @param mostNoiseAngstrom largest
 */
public record DenoiserShape(
        int channels,
        int layers,
        int radialFunctions,
        int noiseFunctions,
        double cutoffAngstrom,
        double neighboursPerAtom,
        List<String> species,
        double leastNoiseAngstrom,
        double mostNoiseAngstrom)
        implements Architecture {

    public DenoiserShape {
        species = List.copyOf(species);
        if (channels < 1 || layers < 1 || radialFunctions < 2 || noiseFunctions < 2) {
            throw new IllegalArgumentException("found " + channels + " channels, " + layers + " layers, "
                    + radialFunctions + " radial and " + noiseFunctions
                    + " noise functions; at least 1, 1, 2 and 2 are wanted");
        }
        if (!(cutoffAngstrom > 0) || !(neighboursPerAtom > 0) || species.isEmpty()) {
            throw new IllegalArgumentException("cut-off is " + cutoffAngstrom + " angstrom with " + neighboursPerAtom
                    + " neighbours and species " + species + "; all of that must be there");
        }
        if (!(leastNoiseAngstrom > 0) || !(mostNoiseAngstrom > leastNoiseAngstrom)) {
            throw new IllegalArgumentException("noise goes from " + leastNoiseAngstrom + " to " + mostNoiseAngstrom
                    + " angstrom; it must begin above 0 and rise");
        }
    }
}
