package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * The sites of an inherent structure, numbered as its atoms are. Atoms of a hot solid exchange sites; the crystal that they form is
 * the same, so each is given the site that it stands on before displacements are taken.
 */
public final class Sites {
    private static final int FREE = -1;

    private final Structure inherent;
    private final double nearestAngstrom;

    public Sites(Structure inherent) {
        this.inherent = inherent;
        this.nearestAngstrom = nearestAngstrom(inherent);
    }

    /**
     * Gives each atom the nearest site of its species, after the drift of the whole (the median displacement, which a few hopped atoms do
     * not move) is taken out. Atoms that are nearest to another site than their own, and those whose site is claimed by another, share
     * their sites so that the sum of their squared distances is smallest: in a row of atoms that all lean one way each keeps its own.
     *
     * @param thermal the same species in the same order, in the same cell
     * @throws IllegalArgumentException if it has another number of atoms
     */
    public SiteAssignment assign(Structure thermal) {
        int n = inherent.size();
        if (thermal.size() != n) {
            throw new IllegalArgumentException(
                    "a configuration of " + thermal.size() + " atoms cannot be laid over " + n + " sites");
        }
        double[] drift = drift(thermal);
        int[] siteOf = new int[n];
        boolean atHome = true;
        for (int atom = 0; atom < n; atom++) {
            siteOf[atom] = claim(thermal, drift, atom);
            atHome &= siteOf[atom] == atom;
        }
        if (!atHome) {
            settle(thermal, drift, siteOf);
        }
        int strangers = 0;
        for (int atom = 0; atom < n; atom++) {
            if (square(thermal, drift, atom, siteOf[atom]) > nearestAngstrom * nearestAngstrom) {
                strangers++;
            }
        }
        return new SiteAssignment(siteOf, strangers);
    }

    /** An atom nearer to its own site than half the shortest distance between sites is nearest to it; the others are few. */
    private int claim(Structure thermal, double[] drift, int atom) {
        double best = square(thermal, drift, atom, atom);
        int site = atom;
        if (4 * best > nearestAngstrom * nearestAngstrom) {
            for (int other = 0; other < inherent.size(); other++) {
                if (inherent.species(other) == inherent.species(atom)) {
                    double square = square(thermal, drift, atom, other);
                    if (square < best) {
                        best = square;
                        site = other;
                    }
                }
            }
        }
        return site;
    }

    private void settle(Structure thermal, double[] drift, int[] siteOf) {
        int[] claims = new int[siteOf.length];
        for (int site : siteOf) {
            claims[site]++;
        }
        Map<String, List<Integer>> atoms = new TreeMap<>();
        Map<String, List<Integer>> sites = new TreeMap<>();
        for (int k = 0; k < siteOf.length; k++) {
            String species = inherent.species(k).symbol();
            boolean keeps = siteOf[k] == k && claims[k] == 1;
            if (!keeps) {
                atoms.computeIfAbsent(species, s -> new ArrayList<>()).add(k);
                sites.computeIfAbsent(species, s -> new ArrayList<>()).add(k);
            }
        }
        atoms.forEach((species, few) -> share(thermal, drift, few, sites.getOrDefault(species, List.of()), siteOf));
    }

    private void share(Structure thermal, double[] drift, List<Integer> atoms, List<Integer> sites, int[] siteOf) {
        double[][] cost = new double[atoms.size()][sites.size()];
        for (int a = 0; a < atoms.size(); a++) {
            for (int s = 0; s < sites.size(); s++) {
                cost[a][s] = square(thermal, drift, atoms.get(a), sites.get(s));
            }
        }
        int[] columns = MinimumCostAssignment.of(cost);
        for (int a = 0; a < columns.length; a++) {
            siteOf[atoms.get(a)] = sites.get(columns[a]);
        }
    }

    private double[] drift(Structure thermal) {
        int n = inherent.size();
        double[][] components = new double[3][n];
        double[] d = new double[3];
        for (int i = 0; i < n; i++) {
            difference(thermal, new double[3], i, i, d);
            for (int axis = 0; axis < 3; axis++) {
                components[axis][i] = d[axis];
            }
        }
        double[] out = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            Arrays.sort(components[axis]);
            out[axis] = (components[axis][n / 2] + components[axis][(n - 1) / 2]) / 2;
        }
        return out;
    }

    private double square(Structure thermal, double[] drift, int atom, int site) {
        double[] d = new double[3];
        difference(thermal, drift, atom, site, d);
        return d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
    }

    private void difference(Structure thermal, double[] drift, int atom, int site, double[] d) {
        d[0] = thermal.x(atom) - drift[0] - inherent.x(site);
        d[1] = thermal.y(atom) - drift[1] - inherent.y(site);
        d[2] = thermal.z(atom) - drift[2] - inherent.z(site);
        inherent.cell().minimumImage(d);
    }

    /** Shortest distance between two sites, angstrom; infinite for a single atom. */
    public static double nearestAngstrom(Structure inherent) {
        if (inherent.size() < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double cutoff = 1;
        while (true) {
            NeighbourList pairs = NeighbourList.of(inherent, cutoff);
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < pairs.first(inherent.size()); k++) {
                least = Math.min(least, pairs.distance(k));
            }
            if (least < cutoff) {
                return least;
            }
            cutoff *= 1.5;
        }
    }
}
