package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Debye scattering of a finite cluster, I(q) = sum_ij f_i f_j sin(q r_ij)/(q r_ij) with i = j included (Debye, Ann. Phys. 351, 809,
 * 1915), every pair summed exactly. Costs N^2/2 x points: for more than a few hundred atoms use {@link BinnedDebye}.
 * Periodic images are left out.
 */
public final class DebyeSum implements DifferentiableObservable {
    private final AmplitudeGrid amplitudes;
    private final double[] q;
    private final Envelope envelope;
    private final SincKernel kernel;

    /**
     * @param qPerAngstrom the grid, copied; an evenly spaced one is summed several times faster
     * @param bIsoSquareAngstrom Debye-Waller B of all atoms; 0 for none
     * @param sigmaPerAngstrom Gaussian resolution; 0 for none
     */
    public DebyeSum(
            ScatteringAmplitude amplitude, double[] qPerAngstrom, double bIsoSquareAngstrom, double sigmaPerAngstrom) {
        this.q = qPerAngstrom.clone();
        this.amplitudes = new AmplitudeGrid(amplitude, q, bIsoSquareAngstrom);
        this.envelope = Envelope.damped(sigmaPerAngstrom);
        this.kernel = new SincKernel(q);
    }

    @Override
    public double[] intensity(Structure structure) {
        SpeciesPairs species = new SpeciesPairs(structure);
        ExactPairSums pairs = new ExactPairSums(q, kernel, envelope, structure.size());
        return PairWeights.debye(species, amplitudes).intensity(pairs.of(structure, species));
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        SpeciesPairs species = new SpeciesPairs(structure);
        double[][] c = PairWeights.debye(species, amplitudes).pullBack(misfitSlope);
        double[] gradient = new double[3 * structure.size()];
        double[] t = new double[2];
        PairWalk.cluster(structure).forEach((i, j, dx, dy, dz, r) -> {
            if (r > ExactPairSums.NEAREST) {
                kernel.valueAndSlope(c[species.pairOfAtoms(i, j)], r, t);
                double slope = envelope.at(r) * t[1] + envelope.slope(r) * t[0];
                PairForce.add(gradient, i, j, dx, dy, dz, slope / r);
            }
        });
        return gradient;
    }
}
