package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Debye scattering of a cluster of which one atom moves at a time, as reverse Monte Carlo has it (McGreevy and Pusztai, Mol. Simul. 1, 359, 1988): a move changes
 * N - 1 pairs, so it costs 2 N sines for each point of q in place of a whole pattern. Moves are summed as by {@link DebyeSum}; each that is taken rounds them
 * once more, by 1e-16 of their greatest. In one thread.
 */
public final class MovingCluster {
    /** Pairs at a time: as {@link ExactPairSums}. */
    private static final int LONGEST = 1024;

    private final Structure start;
    private final SpeciesPairs species;
    private final int[] order;
    private final double[] q;
    private final Envelope envelope;
    private final SincKernel kernel;
    private final PairWeights weights;
    private final double[] xyz;
    private final double[][] sums;
    private final double[] r = new double[LONGEST];
    private final double[] weight = new double[LONGEST];
    private int taken;

    /**
     * A move that was tried.
     *
     * @param atom in the order of the structure
     * @param x where it would be, angstrom
     * @param after which number of moves taken it holds
     * @param sums over all pairs of each pair of species, one value per q
     */
    public record Trial(int atom, double x, double y, double z, int after, double[][] sums) {}

    /**
     * Sums all pairs.
     *
     * @param settings of a cluster; by their method the pairs are summed at first
     * @throws IllegalArgumentException if they are those of a periodic cell
     */
    public MovingCluster(PatternSettings settings, Structure structure) {
        if (settings.method() == ScatteringMethod.KPOINTS || settings.method() == ScatteringMethod.PAIRS) {
            throw new IllegalArgumentException("an atom moves in a cluster here; the settings are for "
                    + settings.method() + ", and wanted are those of EXACT or BINNED");
        }
        this.start = structure;
        this.species = new SpeciesPairs(structure);
        this.order = species.atomsBySpecies();
        this.q = settings.qPerAngstrom();
        this.envelope = Envelope.damped(settings.resolution().sigmaPerAngstrom(0));
        this.kernel = new SincKernel(q);
        this.weights = PairWeights.debye(
                species,
                new AmplitudeGrid(ScatteringAmplitude.of(settings.radiation()), q, settings.bIsoSquareAngstrom()));
        this.xyz = structure.xyzAngstrom();
        this.sums = settings.method() == ScatteringMethod.EXACT
                ? new ExactPairSums(q, kernel, envelope, structure.size()).of(structure, species)
                : BinnedPairSums.ofCluster(q, settings.binAngstrom(), envelope).sums(structure, species);
    }

    /** I(q) summed over the cluster, one value per q. */
    public double[] intensity() {
        return weights.intensity(sums);
    }

    /** I(q) as it would be after a move. */
    public double[] intensity(Trial trial) {
        return weights.intensity(trial.sums());
    }

    /** Where the atoms are. */
    public Structure structure() {
        return start.withPositions(xyz.clone());
    }

    /**
     * Sums anew the pairs of one atom, as if it were elsewhere; nothing is moved.
     *
     * @param x angstrom
     */
    public Trial tryMove(int atom, double x, double y, double z) {
        double[][] out = new double[sums.length][];
        for (int pair = 0; pair < out.length; pair++) {
            out[pair] = sums[pair].clone();
        }
        int[] begins = species.starts();
        int own = species.kind(atom);
        for (int b = 0; b < species.kinds(); b++) {
            double[] sines = new double[q.length];
            double atZero = differences(atom, x, y, z, begins[b], begins[b + 1], sines);
            double[] to = out[species.pair(own, b)];
            for (int k = 0; k < q.length; k++) {
                to[k] += q[k] == 0 ? atZero : sines[k] / q[k];
            }
        }
        return new Trial(atom, x, y, z, taken, out);
    }

    /**
     * Takes a move.
     *
     * @throws IllegalArgumentException if another was taken since it was tried
     */
    public void take(Trial trial) {
        if (trial.after() != taken) {
            throw new IllegalArgumentException("the move of atom " + trial.atom() + " was tried after " + trial.after()
                    + " moves; by now " + taken + " are taken, and it is wanted anew");
        }
        taken++;
        xyz[3 * trial.atom()] = trial.x();
        xyz[3 * trial.atom() + 1] = trial.y();
        xyz[3 * trial.atom() + 2] = trial.z();
        System.arraycopy(trial.sums(), 0, sums, 0, sums.length);
    }

    /** Of the pairs with some of the others, new ones less old ones: times q into {@code out}; returned is what q = 0 has of them. */
    private double differences(int atom, double x, double y, double z, int from, int end, double[] out) {
        double atZero = 0;
        int count = 0;
        for (int n = from; n < end; n++) {
            int other = order[n];
            if (other == atom) {
                continue;
            }
            double before = distance(other, xyz[3 * atom], xyz[3 * atom + 1], xyz[3 * atom + 2]);
            double after = distance(other, x, y, z);
            r[count] = before;
            weight[count] = -envelope.at(before);
            r[count + 1] = after;
            weight[count + 1] = envelope.at(after);
            atZero += weight[count] + weight[count + 1];
            count += 2;
            if (count == LONGEST) {
                kernel.addSines(r, weight, count, out);
                count = 0;
            }
        }
        kernel.addSines(r, weight, count, out);
        return atZero;
    }

    private double distance(int other, double x, double y, double z) {
        double dx = xyz[3 * other] - x;
        double dy = xyz[3 * other + 1] - y;
        double dz = xyz[3 * other + 2] - z;
        return Math.max(ExactPairSums.NEAREST, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
}
