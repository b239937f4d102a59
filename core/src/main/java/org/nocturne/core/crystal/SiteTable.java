package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * The kinds of places an atom can have in a crystal, each with the vectors to its neighbours. It lets a model that was fitted on
 * one cell be used on any other cell of the same crystal, whatever the order of its atoms.
 *
 * @param cutoffAngstrom neighbours are complete within it
 * @param sites one entry for each atom of the primitive cell
 */
public record SiteTable(double cutoffAngstrom, List<Site> sites) {

    /** @param vectors three components per neighbour, in angstrom */
    public record Site(Element species, List<double[]> vectors) {}

    private static final double TOLERANCE_ANGSTROM = 0.3;
    private static final double SAME_SQUARE = 1e-8; // square angstrom; files hold eight decimals or more

    public SiteTable {
        sites = List.copyOf(sites);
    }

    /** Reads the sites off a primitive cell. */
    public static SiteTable of(Structure primitiveCell, double cutoffAngstrom) {
        NeighbourList neighbours = NeighbourList.of(primitiveCell, cutoffAngstrom);
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < primitiveCell.size(); i++) {
            List<double[]> vectors = new ArrayList<>();
            for (int k = neighbours.first(i); k < neighbours.first(i + 1); k++) {
                vectors.add(new double[] {neighbours.dx(k), neighbours.dy(k), neighbours.dz(k)});
            }
            sites.add(new Site(primitiveCell.species(i), vectors));
        }
        return new SiteTable(cutoffAngstrom, sites);
    }

    /** The sites of the crystal when it is larger or smaller as a whole; the same neighbours within a cut-off that grows along. */
    public SiteTable scaled(double factor) {
        return new SiteTable(
                factor * cutoffAngstrom,
                sites.stream()
                        .map(s -> new Site(
                                s.species(),
                                s.vectors().stream()
                                        .map(v -> new double[] {factor * v[0], factor * v[1], factor * v[2]})
                                        .toList()))
                        .toList());
    }

    /** The largest number of neighbours of any site. */
    public int widest() {
        return sites.stream().mapToInt(s -> s.vectors().size()).max().orElse(0);
    }

    /**
     * The site of every atom of an inherent structure.
     *
     * @throws IllegalArgumentException naming the first atom whose surroundings are those of no site
     */
    public int[] assign(Structure inherent, NeighbourList neighbours) {
        int[] out = new int[inherent.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = siteOf(i, inherent, neighbours);
            if (out[i] < 0) {
                throw new IllegalArgumentException(
                        "atom " + (i + 1) + " (" + inherent.species(i).symbol()
                                + ") has " + neighbours.count(i) + " neighbours within " + cutoffAngstrom
                                + " angstrom that match none of the " + sites.size() + " sites of the model");
            }
        }
        return out;
    }

    /**
     * The site whose vectors fit best. In a structure without translations places far from a defect look nearly alike; the atom's own
     * number is asked first, since it is the answer whenever the structure is the one that the sites were read off.
     */
    private int siteOf(int atom, Structure inherent, NeighbourList neighbours) {
        int own = atom % sites.size();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < sites.size() && least > SAME_SQUARE; k++) {
            int s = (own + k) % sites.size();
            Site site = sites.get(s);
            if (site.species() == inherent.species(atom)
                    && site.vectors().size() == neighbours.count(atom)
                    && misfit(site, atom, neighbours) < least) {
                best = s;
                least = misfit(site, atom, neighbours);
            }
        }
        return best;
    }

    /** The largest squared distance between a vector of the atom and the nearest of the site's, infinite beyond the tolerance. */
    private static double misfit(Site site, int atom, NeighbourList neighbours) {
        double worst = 0;
        for (int k = neighbours.first(atom); k < neighbours.first(atom) + neighbours.count(atom); k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] v : site.vectors()) {
                double x = v[0] - neighbours.dx(k);
                double y = v[1] - neighbours.dy(k);
                double z = v[2] - neighbours.dz(k);
                nearest = Math.min(nearest, x * x + y * y + z * z);
            }
            if (nearest >= TOLERANCE_ANGSTROM * TOLERANCE_ANGSTROM) {
                return Double.POSITIVE_INFINITY;
            }
            worst = Math.max(worst, nearest);
        }
        return worst;
    }
}
