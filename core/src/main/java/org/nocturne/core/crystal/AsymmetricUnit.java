package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * The sites that a file lists and the symmetry operations that make the whole cell of them. A site on a special position is first
 * moved onto it, to the mean of its images (files round 1/3 to 0.3333), and then counted once.
 */
public record AsymmetricUnit(Cell cell, List<Site> sites, List<FractionalOperation> operations) {
    /** Images closer than this are one atom; no two atoms come as close. */
    static final double SAME_PLACE_ANGSTROM = 0.05;

    /**
     * One listed atom.
     *
     * @param label as the file names it
     * @param fractional three coordinates
     */
    public record Site(String label, Element element, double[] fractional) {}

    public AsymmetricUnit {
        sites = List.copyOf(sites);
        operations = List.copyOf(operations);
    }

    /**
     * All atoms of the cell, site after site. Without symmetry the coordinates stay as they are; images are brought into the cell.
     *
     * @throws IllegalArgumentException if two sites, or one and an image of another, are at the same place
     */
    public Structure expanded() {
        List<Element> species = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        for (Site site : sites) {
            for (double[] image : images(site.fractional())) {
                places.add(image);
                species.add(site.element());
                labels.add(site.label());
            }
        }
        double[] xyz = new double[3 * places.size()];
        double[] out = new double[3];
        for (int atom = 0; atom < places.size(); atom++) {
            double[] s = places.get(atom);
            cell.toCartesian(s[0], s[1], s[2], out);
            System.arraycopy(out, 0, xyz, 3 * atom, 3);
        }
        Structure structure = new Structure(cell, species, xyz);
        refuseSharedPlaces(structure, labels);
        return structure;
    }

    private List<double[]> images(double[] site) {
        if (operations.size() == 1) {
            return List.of(operations.get(0).apply(site));
        }
        double[] settled = onItsSpecialPosition(site);
        List<double[]> out = new ArrayList<>();
        for (FractionalOperation operation : operations) {
            double[] image = operation.apply(settled);
            for (int k = 0; k < 3; k++) {
                image[k] -= Math.floor(image[k] + 1e-9); // what rounding has left just below 1 is 0
            }
            if (out.stream().noneMatch(seen -> difference(image, seen) != null)) {
                out.add(image);
            }
        }
        return out;
    }

    private double[] onItsSpecialPosition(double[] site) {
        double[] sum = new double[3];
        int count = 0;
        for (FractionalOperation operation : operations) {
            double[] d = difference(operation.apply(site), site);
            if (d != null) {
                count++;
                for (int k = 0; k < 3; k++) {
                    sum[k] += d[k];
                }
            }
        }
        double[] out = site.clone();
        for (int k = 0; k < 3 && count > 0; k++) {
            out[k] += sum[k] / count;
        }
        return out;
    }

    /** What separates two places, in fractions of the nearest images; null where it is more than a rounding error. */
    private double @Nullable [] difference(double[] a, double[] b) {
        double[] d = new double[3];
        for (int k = 0; k < 3; k++) {
            d[k] = a[k] - b[k];
            d[k] -= Math.rint(d[k]);
        }
        double[] r = new double[3];
        cell.toCartesian(d[0], d[1], d[2], r);
        double square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
        return square <= SAME_PLACE_ANGSTROM * SAME_PLACE_ANGSTROM ? d : null;
    }

    private static void refuseSharedPlaces(Structure structure, List<String> labels) {
        AtomIndex atoms = new AtomIndex(structure);
        for (int atom = 0; atom < structure.size(); atom++) {
            int other = atoms.beside(atom, SAME_PLACE_ANGSTROM);
            if (other >= 0) {
                throw new IllegalArgumentException("sites " + labels.get(Math.min(atom, other)) + " and "
                        + labels.get(Math.max(atom, other)) + " are at the same place; one atom at each is wanted");
            }
        }
    }
}
