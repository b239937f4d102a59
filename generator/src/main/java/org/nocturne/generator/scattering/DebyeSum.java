package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Debye scattering of a finite cluster, I(q) = sum_ij f_i f_j sin(q r_ij)/(q r_ij) with i = j included (Debye, Ann. Phys. 351, 809,
 * 1915), every pair summed exactly. Costs N^2/2 x points: for more than a few hundred atoms use {@link BinnedDebye}.
 * Periodic images are left out.
 */
public final class DebyeSum implements DifferentiableObservable {
    /** Coincident atoms scatter as if this far apart, where j0 is 1 to the last digit. */
    private static final double NEAREST = 1e-9;

    private final ScatteringAmplitude amplitude;
    private final double[] q;
    private final double bIso;
    private final Envelope envelope;
    private final SincKernel kernel;

    /**
     * @param qPerAngstrom the grid, copied; an evenly spaced one is summed several times faster
     * @param bIsoSquareAngstrom Debye-Waller B of all atoms; 0 for none
     * @param sigmaPerAngstrom Gaussian resolution; 0 for none
     */
    public DebyeSum(
            ScatteringAmplitude amplitude, double[] qPerAngstrom, double bIsoSquareAngstrom, double sigmaPerAngstrom) {
        this.amplitude = amplitude;
        this.q = qPerAngstrom.clone();
        this.bIso = bIsoSquareAngstrom;
        this.envelope = Envelope.damped(sigmaPerAngstrom);
        this.kernel = new SincKernel(q);
    }

    @Override
    public double[] intensity(Structure structure) {
        SpeciesPairs species = new SpeciesPairs(structure);
        return PairWeights.debye(species, amplitude, q, bIso).intensity(sums(structure, species));
    }

    private double[][] sums(Structure structure, SpeciesPairs species) {
        int n = structure.size();
        int[] order = species.atomsBySpecies();
        double[][] out = new double[species.pairs()][q.length];
        double[] r = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            int first = i + 1;
            while (first < n) {
                int count = 0;
                int kind = species.kind(order[first]);
                for (int j = first; j < n && species.kind(order[j]) == kind; j++, count++) {
                    r[count] = Math.max(NEAREST, distance(structure, order[i], order[j]));
                    weight[count] = envelope.at(r[count]);
                }
                kernel.addSines(r, weight, count, out[species.pair(species.kind(order[i]), kind)]);
                first += count;
            }
        }
        divideByQ(out, structure, species);
        return out;
    }

    private void divideByQ(double[][] out, Structure structure, SpeciesPairs species) {
        for (double[] row : out) {
            for (int k = 0; k < q.length; k++) {
                row[k] = q[k] == 0 ? 0 : row[k] / q[k];
            }
        }
        if (q[0] == 0) {
            PairWalk.cluster(structure)
                    .forEach((i, j, dx, dy, dz, r) -> out[species.pairOfAtoms(i, j)][0] += envelope.at(r));
        }
    }

    private static double distance(Structure s, int i, int j) {
        double dx = s.x(i) - s.x(j);
        double dy = s.y(i) - s.y(j);
        double dz = s.z(i) - s.z(j);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    @Override
    public double[] pullBack(Structure structure, double[] misfitSlope) {
        SpeciesPairs species = new SpeciesPairs(structure);
        double[][] c = PairWeights.debye(species, amplitude, q, bIso).pullBack(misfitSlope);
        double[] gradient = new double[3 * structure.size()];
        double[] t = new double[2];
        PairWalk.cluster(structure).forEach((i, j, dx, dy, dz, r) -> {
            if (r > NEAREST) {
                kernel.valueAndSlope(c[species.pairOfAtoms(i, j)], r, t);
                double slope = envelope.at(r) * t[1] + envelope.slope(r) * t[0];
                PairForce.add(gradient, i, j, dx, dy, dz, slope / r);
            }
        });
        return gradient;
    }
}
