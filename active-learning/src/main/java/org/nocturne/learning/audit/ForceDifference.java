package org.nocturne.learning.audit;

/**
 * Sums over the force components of some atoms, from which root mean squares of one structure or of many follow.
 *
 * @param components how many there are, three for each atom
 * @param differenceSquared sum of the squares of the differences, (eV/angstrom)^2
 * @param secondSquared sum of the squares of the second method's forces, (eV/angstrom)^2
 * @param largest difference of one atom's force, its length, eV/angstrom
 */
public record ForceDifference(int components, double differenceSquared, double secondSquared, double largest) {
    static final ForceDifference NONE = new ForceDifference(0, 0, 0, 0);

    /**
     * Of the first atoms of two lists of forces.
     *
     * @param atoms how many are compared
     */
    public static ForceDifference of(double[] first, double[] second, int atoms) {
        if (first.length != second.length || 3 * atoms > first.length || atoms < 1) {
            throw new IllegalArgumentException("forces of " + first.length / 3 + " and " + second.length / 3
                    + " atoms are to be compared on " + atoms + "; wanted are as many, and at least one");
        }
        double difference = 0;
        double magnitude = 0;
        double largest = 0;
        for (int atom = 0; atom < atoms; atom++) {
            double ofAtom = 0;
            for (int k = 3 * atom; k < 3 * atom + 3; k++) {
                double d = second[k] - first[k];
                ofAtom += d * d;
                magnitude += second[k] * second[k];
            }
            difference += ofAtom;
            largest = Math.max(largest, Math.sqrt(ofAtom));
        }
        return new ForceDifference(3 * atoms, difference, magnitude, largest);
    }

    ForceDifference and(ForceDifference other) {
        return new ForceDifference(
                components + other.components,
                differenceSquared + other.differenceSquared,
                secondSquared + other.secondSquared,
                Math.max(largest, other.largest));
    }

    /** Root mean square of the difference of a component, eV/angstrom. */
    public double rms() {
        return Math.sqrt(differenceSquared / components);
    }

    /** The same of the second method's forces themselves. */
    public double rmsOfSecond() {
        return Math.sqrt(secondSquared / components);
    }

    /** The difference over the second method's forces. */
    public double relative() {
        return Math.sqrt(differenceSquared / secondSquared);
    }
}
