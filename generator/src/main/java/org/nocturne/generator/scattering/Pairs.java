package org.nocturne.generator.scattering;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.PairPotential;

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
    private final Envelope envelope;

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
        this.envelope = new Envelope(window, rMaxAngstrom, sigmaPerAngstrom);
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

    /**
     * The pair potential whose sum over all pairs of any structure of this composition is N sum_q c(q) S(q), less a constant:
     *
     * <pre> phi_ab(r) = (2 f_a f_b weighted as in S) sum_q c(q) W(r) j0(q r)</pre>
     *
     * so that MD under it feels N sum_q c(q) S(q). At a sharp end of the pairs it jumps there, and the jump has no force.
     *
     * @param composition how many atoms of each kind
     * @param perAtom c, eV per atom for a change of S(q) by 1, one value per point
     * @param fromAngstrom where the table begins
     * @param distances how many there are, up to the end of the pairs
     */
    public PairPotential pairPotential(Structure composition, double[] perAtom, double fromAngstrom, int distances) {
        SpeciesPairs species = new SpeciesPairs(composition);
        double[][] c = weights(composition, species).pullBack(perAtom);
        double end = envelope.rMaxAngstrom();
        double step = (end - fromAngstrom) / (distances - 1);
        SincKernel kernel = new SincKernel(q);
        List<PairPotential.Kind> kinds = new ArrayList<>();
        for (int a = 0; a < species.kinds(); a++) {
            for (int b = a; b < species.kinds(); b++) {
                double[] energy = new double[distances];
                double[] force = new double[distances];
                double[] bare = new double[2];
                for (int k = 0; k < distances; k++) {
                    double r = fromAngstrom + k * step;
                    kernel.valueAndSlope(c[species.pair(a, b)], r, bare);
                    energy[k] = composition.size() * envelope.at(r) * bare[0];
                    force[k] = -composition.size() * (envelope.at(r) * bare[1] + envelope.slope(r) * bare[0]);
                }
                kinds.add(new PairPotential.Kind(species.element(a), species.element(b), energy, force));
            }
        }
        return new PairPotential(fromAngstrom, end, kinds);
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
