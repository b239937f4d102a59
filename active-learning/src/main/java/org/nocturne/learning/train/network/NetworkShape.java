package org.nocturne.learning.train.network;

import java.util.Arrays;

/**
 * All that fixes a force network but its weights.
 *
 * @param channels C, vectors and scalars on each atom
 * @param layers rounds of messages
 * @param radialFunctions Gaussians of the reference distance
 * @param radialFromAngstrom centre of the first
 * @param cutOnAngstrom up to this reference distance a neighbour counts fully
 * @param cutOffAngstrom from this one on not at all; also the centre of the last Gaussian
 * @param neighboursPerAtom by whose root the sums over neighbours are divided
 * @param classOfSite the embedding of each site: equivalent sites share one
 * @param sigmaAngstromPerRootKelvin sigma_1, so that sigma_T = sigma_1 sqrt(T) is the root of a third of the mean square displacement
 * @param residualEvPerCubicAngstrom rms of dF / sigma_T^2 over the training frames: the unit of the network's output
 */
public record NetworkShape(
        int channels,
        int layers,
        int radialFunctions,
        double radialFromAngstrom,
        double cutOnAngstrom,
        double cutOffAngstrom,
        double neighboursPerAtom,
        int[] classOfSite,
        double sigmaAngstromPerRootKelvin,
        double residualEvPerCubicAngstrom)
        implements Architecture {

    public NetworkShape {
        if (channels < 1 || layers < 1 || radialFunctions < 2) {
            throw new IllegalArgumentException("found " + channels + " channels, " + layers + " layers, "
                    + radialFunctions + " radial functions; at least 1, 1 and 2 are wanted");
        }
        if (!(radialFromAngstrom < cutOffAngstrom) || !(cutOnAngstrom < cutOffAngstrom)) {
            throw new IllegalArgumentException("radial functions from " + radialFromAngstrom + " and cut-on "
                    + cutOnAngstrom + " angstrom; wanted are both below the cut-off of " + cutOffAngstrom);
        }
        if (!(sigmaAngstromPerRootKelvin > 0) || !(residualEvPerCubicAngstrom > 0)) {
            throw new IllegalArgumentException("sigma_1 is " + sigmaAngstromPerRootKelvin
                    + ", the scale of the residual " + residualEvPerCubicAngstrom + "; both must be above 0");
        }
        classOfSite = classOfSite.clone();
    }

    @Override
    public int[] classOfSite() {
        return classOfSite.clone();
    }

    /** How many embeddings there are. */
    public int classes() {
        return Arrays.stream(classOfSite).max().orElse(-1) + 1;
    }

    /** Numbers that describe an edge: the radial functions, and three of its change in length. */
    int edgeFeatures() {
        return radialFunctions + 3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkShape o
                && hashCode() == o.hashCode()
                && toString().equals(o.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "NetworkShape[" + channels + ", " + layers + ", " + radialFunctions + ", " + radialFromAngstrom + ", "
                + cutOnAngstrom + ", " + cutOffAngstrom + ", " + neighboursPerAtom + ", " + Arrays.toString(classOfSite)
                + ", " + sigmaAngstromPerRootKelvin + ", " + residualEvPerCubicAngstrom + "]";
    }
}
