package org.nocturne.adapters.builtin.potential;

import org.nocturne.core.structure.Element;

/**
 * One entry of a Stillinger-Weber file: what holds for two neighbours, {@code second} and {@code third}, of an atom {@code first}. Two-body
 * terms, and ranges of three-body terms, are those of the entries whose second and third are the same.
 *
 * @param epsilon energy in eV
 * @param sigma length in angstrom
 * @param reach range in units of sigma, the paper's a
 * @param cosine of the angle without strain
 * @param tolerance part of the range that is cut off because the potential is below this there; 0 cuts nothing
 */
record SwEntry(
        Element first,
        Element second,
        Element third,
        double epsilon,
        double sigma,
        double reach,
        double lambda,
        double gamma,
        double cosine,
        double a,
        double b,
        double p,
        double q,
        double tolerance) {
    private static final double LARGEST_TOLERANCE = 0.01;

    /** Where the exponentials vanish. */
    double end() {
        return reach * sigma;
    }

    /** From where on nothing is computed: the end, or before it by the tolerance, as LAMMPS shortens it (pair_sw.cpp). */
    double cutoff() {
        if (tolerance == 0) {
            return end();
        }
        double length = gamma < 1 ? gamma * sigma : sigma;
        return end() + length / Math.log(Math.min(LARGEST_TOLERANCE, tolerance));
    }

    boolean isPair() {
        return second == third;
    }

    String triplet() {
        return first.symbol() + " " + second.symbol() + " " + third.symbol();
    }

    boolean hasSamePairAs(SwEntry other) {
        return epsilon == other.epsilon
                && sigma == other.sigma
                && reach == other.reach
                && a == other.a
                && b == other.b
                && p == other.p
                && q == other.q
                && tolerance == other.tolerance;
    }
}
