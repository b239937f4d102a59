package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;

/**
 * Total structure factor of a liquid or glass from pairs with minimum image up to Rc,
 *
 * <pre> S(q) = 1 + sum_ab f_a f_b/F [ (1/N) sum_{i in a, j in b, j != i} W(r_ij) j0(q r_ij) - c_a c_b C(q) ]
 * C(q) = 4 pi rho integral_0^Rc r^2 W(r) j0(q r) dr,  j0(x) = sin(x)/x</pre>
 *
 * with F the square of the mean of f or the mean of f^2, and W a window. An ideal gas gives 1. Rc broadens every peak by about 2
 * pi/Rc: compare only with a target sent through {@link #throughSameWindow}. B damps S - 1 by exp(-B q^2/(8 pi^2)).
 * Pairs are summed through fine bins, good to 1e-9 of S; the gradient is a tabulated pair force.
 */
public final class Pairs implements DifferentiableObservable {
    private final AmplitudeGrid amplitudes;
    private final double[] q;
    private final Normalisation normalisation;
    private final BinnedPairSums pairs;
    private final double[] continuumPerDensity;
    private final WindowedTransform transform;

    /**
     * @param rMaxAngstrom Rc; at most half the smallest height of every cell it will meet
     * @param sigmaPerAngstrom Gaussian resolution; 0 for none
     */
    public Pairs(
            ScatteringAmplitude amplitude,
            double[] qPerAngstrom,
            double rMaxAngstrom,
            Window window,
            Normalisation normalisation,
            double bIsoSquareAngstrom,
            double sigmaPerAngstrom,
            double binAngstrom) {
        if (!(rMaxAngstrom > 0) || Double.isInfinite(rMaxAngstrom)) {
            throw new IllegalArgumentException(
                    "pair cut-off is " + rMaxAngstrom + " angstrom; it must be finite and above 0");
        }
        this.q = qPerAngstrom.clone();
        this.amplitudes = new AmplitudeGrid(amplitude, q, bIsoSquareAngstrom);
        this.normalisation = normalisation;
        Envelope envelope = new Envelope(window, rMaxAngstrom, sigmaPerAngstrom);
        this.pairs = BinnedPairSums.ofMinimumImages(q, binAngstrom, envelope);
        this.continuumPerDensity = new RadialQuadrature(envelope, q[q.length - 1]).continuumPerDensity(q);
        this.transform = new WindowedTransform(q, envelope);
    }

    @Override
    public double[] intensity(Structure structure) {
        SpeciesPairs species = new SpeciesPairs(structure);
        return weights(structure, species).intensity(pairs.sums(structure, species));
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        SpeciesPairs species = new SpeciesPairs(structure);
        return pairs.gradient(structure, species, weights(structure, species).pullBack(misfitSlope));
    }

    /** A measured S(q) as this observable would see it: the same Rc, window and resolution, on the same grid. */
    public Spectrum throughSameWindow(Spectrum target) {
        return transform.apply(target);
    }

    private PairWeights weights(Structure structure, SpeciesPairs species) {
        int n = structure.size();
        PairWeights debye = PairWeights.debye(species, amplitudes);
        double[] constant = new double[q.length];
        double[][] pair = new double[species.pairs()][q.length];
        for (int k = 0; k < q.length; k++) {
            double mean = 0;
            for (int a = 0; a < species.kinds(); a++) {
                mean += species.count(a) * amplitudes.of(species.element(a))[k] / n;
            }
            double meanOfSquare = debye.constant()[k] / n;
            double divisor =
                    switch (normalisation) {
                        case SQUARE_OF_MEAN -> mean * mean;
                        case MEAN_OF_SQUARE -> meanOfSquare;
                    };
            if (!(divisor > 1e-12 * meanOfSquare)) {
                throw new IllegalArgumentException("the mean amplitude of " + structure.distinctSpecies()
                        + " vanishes at q " + q[k] + "; use the normalisation MEAN_OF_SQUARE");
            }
            constant[k] = 1
                    - amplitudes.damping()[k]
                            * (mean * mean / divisor)
                            * structure.numberDensity()
                            * continuumPerDensity[k];
            for (int p = 0; p < pair.length; p++) {
                pair[p][k] = debye.pair()[p][k] / (n * divisor);
            }
        }
        return new PairWeights(constant, pair);
    }
}
