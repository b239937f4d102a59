package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.Objects;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * The radial distribution function g(r) with minimum image: pairs found in a shell over the pairs that a uniform gas of the same
 * density would have there, N_a N_b/V times the shell's volume. An ideal gas gives 1 (less 1/N for like pairs).
 *
 * @param rAngstrom centres of the shells
 * @param g one value per shell
 */
public record RadialDistribution(double[] rAngstrom, double[] g) {
    public RadialDistribution {
        if (rAngstrom.length != g.length) {
            throw new IllegalArgumentException(
                    "g(r) has " + rAngstrom.length + " distances but " + g.length + " values");
        }
        rAngstrom = rAngstrom.clone();
        g = g.clone();
    }

    /** Over all pairs, whatever their species. */
    public static RadialDistribution of(Structure structure, double rMaxAngstrom, double binAngstrom) {
        double pairs = 0.5 * structure.size() * structure.size();
        return count(structure, rMaxAngstrom, binAngstrom, pairs, (i, j) -> true);
    }

    /** Over pairs of one atom of {@code a} and one of {@code b}. */
    public static RadialDistribution partial(
            Structure structure, Element a, Element b, double rMaxAngstrom, double binAngstrom) {
        double na = structure.species().stream().filter(a::equals).count();
        double nb = structure.species().stream().filter(b::equals).count();
        if (na == 0 || nb == 0) {
            throw new IllegalArgumentException("g(r) of " + a.symbol() + "-" + b.symbol() + " asked of a structure of "
                    + structure.distinctSpecies());
        }
        double pairs = a == b ? 0.5 * na * na : na * nb;
        return count(structure, rMaxAngstrom, binAngstrom, pairs, (i, j) -> {
            Element one = structure.species(i);
            Element other = structure.species(j);
            return (one == a && other == b) || (one == b && other == a);
        });
    }

    @FunctionalInterface
    private interface Choice {
        boolean takes(int i, int j);
    }

    private static RadialDistribution count(Structure structure, double rMax, double bin, double pairs, Choice choice) {
        if (!(bin > 0) || !(rMax >= bin)) {
            throw new IllegalArgumentException(
                    "g(r) to " + rMax + " angstrom in shells of " + bin + "; need 0 < shell <= range");
        }
        int shells = (int) Math.floor(rMax / bin * (1 + 1e-12));
        double[] r = new double[shells];
        double[] g = new double[shells];
        PairWalk.minimumImage(structure, rMax).forEach((i, j, dx, dy, dz, distance) -> {
            int shell = (int) (distance / bin);
            if (shell < shells && choice.takes(i, j)) {
                g[shell]++;
            }
        });
        for (int n = 0; n < shells; n++) {
            r[n] = (n + 0.5) * bin;
            double volume = 4 * Math.PI / 3 * (Math.pow((n + 1) * bin, 3) - Math.pow(n * bin, 3));
            g[n] *= structure.cell().volume() / (pairs * volume);
        }
        return new RadialDistribution(r, g);
    }

    @Override
    public double[] rAngstrom() {
        return rAngstrom.clone();
    }

    @Override
    public double[] g() {
        return g.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RadialDistribution that
                && Arrays.equals(rAngstrom, that.rAngstrom)
                && Arrays.equals(g, that.g);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(rAngstrom), Arrays.hashCode(g));
    }

    @Override
    public String toString() {
        return "RadialDistribution[" + g.length + " shells]";
    }
}
