package org.nocturne.adapters.builtin.potential;

/**
 * The sums of {@link StillingerWeber}. Each pair is computed from the atom with the lower number; each angle from its middle. What an angle
 * needs of a side (vector, distance, exponential and its derivative) is computed once a side, so exponentials go with neighbours and not
 * with angles.
 */
final class SwInteractions implements Interactions {
    private final SwEntry[] table;
    private final SwPair[] pairs;
    private final int[] kind;
    private final int kinds;
    private Sides sides = new Sides(16);

    SwInteractions(SwEntry[] table, int[] kind, int kinds) {
        this.table = table;
        this.kind = kind;
        this.kinds = kinds;
        this.pairs = new SwPair[kinds * kinds];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = new SwPair(table[k * kinds + k % kinds]);
        }
    }

    @Override
    public double add(VerletList list, double[] forces, double[] virial) {
        double energy = 0;
        for (int i = 0; i < list.atoms; i++) {
            int count = list.start[i + 1] - list.start[i];
            if (count > sides.atom.length) {
                sides = new Sides(2 * count);
            }
            energy += pairsOf(i, list, forces, virial);
            energy += anglesAt(i, forces, virial);
        }
        return energy;
    }

    /** Two-body terms of atom i, and the sides of its angles. */
    private double pairsOf(int i, VerletList list, double[] forces, double[] virial) {
        double energy = 0;
        double xi = list.xyz[3 * i];
        double yi = list.xyz[3 * i + 1];
        double zi = list.xyz[3 * i + 2];
        int n = 0;
        for (int e = list.start[i]; e < list.start[i + 1]; e++) {
            int point = list.entry[e];
            double x = list.xyz[3 * point] - xi;
            double y = list.xyz[3 * point + 1] - yi;
            double z = list.xyz[3 * point + 2] - zi;
            double square = x * x + y * y + z * z;
            int j = list.owner[point];
            SwPair pair = pairs[kind[i] * kinds + kind[j]];
            if (square >= pair.cutoffSquare) {
                continue;
            }
            double r = Math.sqrt(square);
            sides.set(n++, j, x, y, z, r, pair);
            if (j < i) {
                continue;
            }
            double part = j == i ? 0.5 : 1; // an image of the atom itself is seen from both sides here
            energy += part * pair.energy(r);
            double f = -part * pair.slope(r) / r;
            Vectors.push(i, j, x, y, z, f * x, f * y, f * z, forces, virial);
        }
        sides.count = n;
        return energy;
    }

    private double anglesAt(int i, double[] forces, double[] virial) {
        double energy = 0;
        Sides s = sides;
        for (int a = 0; a < s.count; a++) {
            int row = (kind[i] * kinds + kind[s.atom[a]]) * kinds;
            for (int b = a + 1; b < s.count; b++) {
                SwEntry entry = table[row + kind[s.atom[b]]];
                double strength = entry.lambda() * entry.epsilon();
                double inverse = 1 / (s.r[a] * s.r[b]);
                double cosine = (s.x[a] * s.x[b] + s.y[a] * s.y[b] + s.z[a] * s.z[b]) * inverse;
                double bend = cosine - entry.cosine();
                double decay = strength * s.decay[a] * s.decay[b];
                double term = decay * bend * bend;
                energy += term;
                // d/d(vector a) of the cosine is b/(ab) - cosine a/a^2, of the decay its logarithmic slope along a.
                double turn = 2 * decay * bend;
                double across = turn * inverse;
                double alongA = term * s.slope[a] / s.r[a] - turn * cosine / (s.r[a] * s.r[a]);
                double alongB = term * s.slope[b] / s.r[b] - turn * cosine / (s.r[b] * s.r[b]);
                Vectors.push(
                        i,
                        s.atom[a],
                        s.x[a],
                        s.y[a],
                        s.z[a],
                        -(across * s.x[b] + alongA * s.x[a]),
                        -(across * s.y[b] + alongA * s.y[a]),
                        -(across * s.z[b] + alongA * s.z[a]),
                        forces,
                        virial);
                Vectors.push(
                        i,
                        s.atom[b],
                        s.x[b],
                        s.y[b],
                        s.z[b],
                        -(across * s.x[a] + alongB * s.x[b]),
                        -(across * s.y[a] + alongB * s.y[b]),
                        -(across * s.z[a] + alongB * s.z[b]),
                        forces,
                        virial);
            }
        }
        return energy;
    }

    /** The neighbours of one atom within range. */
    private static final class Sides {
        private final int[] atom;
        private final double[] x;
        private final double[] y;
        private final double[] z;
        private final double[] r;
        private final double[] decay;
        private final double[] slope;
        private int count;

        Sides(int capacity) {
            atom = new int[capacity];
            x = new double[capacity];
            y = new double[capacity];
            z = new double[capacity];
            r = new double[capacity];
            decay = new double[capacity];
            slope = new double[capacity];
        }

        void set(int n, int j, double dx, double dy, double dz, double distance, SwPair pair) {
            atom[n] = j;
            x[n] = dx;
            y[n] = dy;
            z[n] = dz;
            r[n] = distance;
            double inverse = 1 / (distance - pair.end);
            decay[n] = Math.exp(pair.gammaSigma * inverse);
            slope[n] = -pair.gammaSigma * inverse * inverse;
        }
    }
}
