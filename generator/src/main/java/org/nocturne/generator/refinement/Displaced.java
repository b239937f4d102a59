package org.nocturne.generator.refinement;

import java.util.ArrayList;
import java.util.List;

/**
 * How the atoms of each structure move around it: displacement fields u_s of thermal frames, kept as they are while the structure is
 * refined under them. The pattern of a structure X is the mean over s of the patterns of X + u_s.
 *
 * @param fields one list for each structure, of arrays of 3N components in angstrom
 */
public record Displaced(List<List<double[]>> fields) {

    public Displaced {
        List<List<double[]>> copy = new ArrayList<>();
        for (List<double[]> ofOne : fields) {
            if (ofOne.isEmpty()) {
                throw new IllegalArgumentException("a structure has no frame of displacements; at least one is wanted");
            }
            copy.add(List.copyOf(ofOne));
        }
        fields = List.copyOf(copy);
    }

    /** No motion: patterns of the structures as they are. */
    public static Displaced none(List<Integer> atoms) {
        return new Displaced(atoms.stream().map(n -> List.of(new double[3 * n])).toList());
    }
}
