package org.nocturne.generator.scattering;

/** Adds up the gradient of a tabulated pair function times an envelope, over the pairs of a walk. */
final class PairForces implements PairRows {
    /** With respect to positions, in the order of the structure. */
    final double[] gradient;

    private final PairRows pairs;
    private final SpeciesPairs species;
    private final PairTable table;
    private final Envelope envelope;

    PairForces(PairWalk walk, SpeciesPairs species, PairTable table, Envelope envelope) {
        this.gradient = new double[3 * species.atoms()];
        this.pairs = walk.within(this::add);
        this.species = species;
        this.table = table;
        this.envelope = envelope;
    }

    @Override
    public void row(int i, PairRow row) {
        pairs.row(i, row);
    }

    private void add(int i, int j, double dx, double dy, double dz, double r) {
        if (r == 0) {
            return; // j0 is flat at the origin, and there is no direction to push along
        }
        int pair = species.pairOfAtoms(i, j);
        double slope = envelope.at(r) * table.slope(pair, r);
        if (!envelope.isFlat()) {
            slope += envelope.slope(r) * table.value(pair, r);
        }
        PairForce.add(gradient, i, j, dx, dy, dz, slope / r);
    }
}
