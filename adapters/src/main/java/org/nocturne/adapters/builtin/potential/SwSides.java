package org.nocturne.adapters.builtin.potential;

/** The neighbours of one atom within range: what the angles between them need of each. */
final class SwSides {
    final int[] point;
    final double[] x;
    final double[] y;
    final double[] z;
    final double[] r;
    /** exp(g s / (r - a s)). */
    final double[] decay;
    /** The derivative of its logarithm by r. */
    final double[] slope;

    private int count;

    SwSides(int capacity) {
        point = new int[capacity];
        x = new double[capacity];
        y = new double[capacity];
        z = new double[capacity];
        r = new double[capacity];
        decay = new double[capacity];
        slope = new double[capacity];
    }

    int capacity() {
        return point.length;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    void add(int p, double dx, double dy, double dz, double distance, SwPair pair) {
        double inverse = 1 / (distance - pair.end);
        point[count] = p;
        x[count] = dx;
        y[count] = dy;
        z[count] = dz;
        r[count] = distance;
        decay[count] = Math.exp(pair.gammaSigma * inverse);
        slope[count] = -pair.gammaSigma * inverse * inverse;
        count++;
    }
}
