package org.nocturne.generator.thermal;

/** Sums over vectors of 3N components. */
final class Vectors {
    private Vectors() {}

    /** to += factor from. */
    static void add(double[] to, double factor, double[] from) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Puts the centre of mass to rest; all atoms weigh the same here. */
    static void removeMean(double[] u) {
        double[] mean = new double[3];
        for (int k = 0; k < u.length; k++) {
            mean[k % 3] += 3 * u[k] / u.length;
        }
        for (int k = 0; k < u.length; k++) {
            u[k] -= mean[k % 3];
        }
    }

    /** Takes the three translations out of a vector that is weighted by the roots of the masses. */
    static void removeTranslations(double[] v, double[] rootMass) {
        double[] along = new double[3];
        double mass = 0;
        for (int k = 0; k < v.length; k++) {
            along[k % 3] += rootMass[k] * v[k];
            mass += rootMass[k] * rootMass[k] / 3;
        }
        for (int k = 0; k < v.length; k++) {
            v[k] -= rootMass[k] * along[k % 3] / mass;
        }
    }
}
