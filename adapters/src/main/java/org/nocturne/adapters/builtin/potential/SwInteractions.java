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
    private SwSides sides = new SwSides(16);

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
    public double add(VerletList list, double[] forces) {
        double energy = 0;
        for (int i = 0; i < list.atoms; i++) {
            int count = list.start[i + 1] - list.start[i];
            if (count > sides.capacity()) {
                sides = new SwSides(2 * count);
            }
            energy += pairsOf(i, list, forces);
            energy += anglesAt(i, list.points, forces);
        }
        return energy;
    }

    /** Two-body terms of atom i, and the sides of its angles. */
    private double pairsOf(int i, VerletList list, double[] forces) {
        Points points = list.points;
        double[] xyz = points.xyz;
        double energy = 0;
        sides.clear();
        for (int e = list.start[i]; e < list.start[i + 1]; e++) {
            int p = list.entry[e];
            double x = xyz[3 * p] - xyz[3 * i];
            double y = xyz[3 * p + 1] - xyz[3 * i + 1];
            double z = xyz[3 * p + 2] - xyz[3 * i + 2];
            double square = x * x + y * y + z * z;
            SwPair pair = pairs[kind[i] * kinds + kind[points.owner[p]]];
            if (square >= pair.cutoffSquare) {
                continue;
            }
            double r = Math.sqrt(square);
            sides.add(p, x, y, z, r, pair);
            if (e >= list.middle[i]) {
                continue;
            }
            double part = points.owner[p] == i ? 0.5 : 1; // an image of the atom itself is there twice
            double envelope = pair.envelope(r);
            energy += part * pair.energy(r, envelope);
            double f = -part * pair.slope(r, envelope) / r;
            push(i, p, f * x, f * y, f * z, forces);
        }
        return energy;
    }

    private double anglesAt(int i, Points points, double[] forces) {
        double energy = 0;
        SwSides s = sides;
        for (int a = 0; a < s.count(); a++) {
            int row = (kind[i] * kinds + kind[points.owner[s.point[a]]]) * kinds;
            for (int b = a + 1; b < s.count(); b++) {
                SwEntry entry = table[row + kind[points.owner[s.point[b]]]];
                double inverse = 1 / (s.r[a] * s.r[b]);
                double cosine = (s.x[a] * s.x[b] + s.y[a] * s.y[b] + s.z[a] * s.z[b]) * inverse;
                double bend = cosine - entry.cosine();
                double decay = entry.lambda() * entry.epsilon() * s.decay[a] * s.decay[b];
                double term = decay * bend * bend;
                energy += term;
                // By the vector a: the cosine changes by b / (|a| |b|) - cosine a / a^2, the decay by its logarithmic
                // slope along a.
                double turn = 2 * decay * bend;
                double across = turn * inverse;
                double alongA = term * s.slope[a] / s.r[a] - turn * cosine / (s.r[a] * s.r[a]);
                double alongB = term * s.slope[b] / s.r[b] - turn * cosine / (s.r[b] * s.r[b]);
                push(
                        i,
                        s.point[a],
                        -(across * s.x[b] + alongA * s.x[a]),
                        -(across * s.y[b] + alongA * s.y[a]),
                        -(across * s.z[b] + alongA * s.z[a]),
                        forces);
                push(
                        i,
                        s.point[b],
                        -(across * s.x[a] + alongB * s.x[b]),
                        -(across * s.y[a] + alongB * s.y[b]),
                        -(across * s.z[a] + alongB * s.z[b]),
                        forces);
            }
        }
        return energy;
    }

    /** Point p feels the force, and atom i its opposite. */
    private static void push(int i, int p, double fx, double fy, double fz, double[] forces) {
        forces[3 * p] += fx;
        forces[3 * p + 1] += fy;
        forces[3 * p + 2] += fz;
        forces[3 * i] -= fx;
        forces[3 * i + 1] -= fy;
        forces[3 * i + 2] -= fz;
    }
}
