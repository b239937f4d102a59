package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Debye's sum through a histogram of distances: cost N^2/2 of them plus bins x points, instead of N^2/2 x points sines. Use it from a few hundred
 * atoms on. At the default bin it agrees with {@link DebyeSum} to about 1e-10 of the maximum up to 2,000 atoms, and beyond, where pairs are counted by
 * their squares, to 1e-9, of a perfect crystal to 1e-7.
 */
public final class BinnedDebye implements DifferentiableObservable {
    /** Bin width in angstrom at which the error cannot be seen for q up to 30 1/angstrom. */
    public static final double DEFAULT_BIN_ANGSTROM = 0.002;

    private final AmplitudeGrid amplitudes;
    private final BinnedPairSums pairs;

    /**
     * @param qPerAngstrom the grid, copied
     * @param bIsoSquareAngstrom Debye-Waller B of all atoms; 0 for none
     * @param sigmaPerAngstrom Gaussian resolution; 0 for none
     */
    public BinnedDebye(
            ScatteringAmplitude amplitude,
            double[] qPerAngstrom,
            double bIsoSquareAngstrom,
            double sigmaPerAngstrom,
            double binAngstrom) {
        double[] q = qPerAngstrom.clone();
        this.amplitudes = new AmplitudeGrid(amplitude, q, bIsoSquareAngstrom);
        this.pairs = BinnedPairSums.ofCluster(q, binAngstrom, Envelope.damped(sigmaPerAngstrom));
    }

    @Override
    public double[] intensity(Structure structure) {
        SpeciesPairs species = new SpeciesPairs(structure);
        return PairWeights.debye(species, amplitudes).intensity(pairs.sums(structure, species));
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        SpeciesPairs species = new SpeciesPairs(structure);
        PairWeights weights = PairWeights.debye(species, amplitudes);
        return pairs.gradient(structure, species, weights.pullBack(misfitSlope));
    }
}
