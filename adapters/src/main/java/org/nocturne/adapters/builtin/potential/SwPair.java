package org.nocturne.adapters.builtin.potential;

/** The two-body term of {@link StillingerWeber} for one pair of elements, and the decay of its three-body terms. */
final class SwPair {
    final double cutoffSquare;
    final double end;
    final double gammaSigma;
    private final double strength;
    private final double sigma;
    private final double b;
    private final Power p;
    private final Power q;

    SwPair(SwEntry entry) {
        this.cutoffSquare = entry.cutoff() * entry.cutoff();
        this.end = entry.end();
        this.gammaSigma = entry.gamma() * entry.sigma();
        this.strength = entry.a() * entry.epsilon();
        this.sigma = entry.sigma();
        this.b = entry.b();
        this.p = new Power(entry.p());
        this.q = new Power(entry.q());
    }

    /** exp(s / (r - a s)), which the energy and its slope share. */
    double envelope(double r) {
        return Math.exp(sigma / (r - end));
    }

    /** A e [B (s/r)^p - (s/r)^q] exp(s / (r - a s)). */
    double energy(double r, double envelope) {
        double x = sigma / r;
        return strength * (b * p.of(x) - q.of(x)) * envelope;
    }

    /** Its derivative by r. */
    double slope(double r, double envelope) {
        double x = sigma / r;
        double inverse = 1 / (r - end);
        double repulsion = b * p.of(x);
        double attraction = q.of(x);
        return strength
                * envelope
                * ((q.exponent() * attraction - p.exponent() * repulsion) / r
                        - (repulsion - attraction) * sigma * inverse * inverse);
    }

    /** x to a fixed power; whole small ones, which nearly all potentials have, by multiplication. */
    private record Power(double exponent) {
        private static final int LARGEST_WHOLE = 16;

        double of(double x) {
            if (exponent != Math.rint(exponent) || exponent > LARGEST_WHOLE) {
                return Math.pow(x, exponent);
            }
            double out = 1;
            for (int k = (int) exponent; k > 0; k--) {
                out *= x;
            }
            return out;
        }
    }
}
