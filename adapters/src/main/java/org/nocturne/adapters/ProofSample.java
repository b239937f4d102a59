package org.nocturne.adapters;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * On what a code can be proved without anything from its user.
 *
 * @param structure small and quick
 * @param settings that are good enough for a proof, not for science
 * @param tolerance how well energies repeat (eV an atom) and forces are gradients (eV/angstrom)
 * @param maxForceEvPerAngstrom what a tight minimisation may leave on an atom
 */
public record ProofSample(
        Structure structure, Map<String, Object> settings, double tolerance, double maxForceEvPerAngstrom) {

    /** 64 atoms of the diamond structure, for codes that know silicon. */
    public static Structure silicon() {
        double a = 5.431;
        double[] quarters = {0, 0, 0, 0, 2, 2, 2, 0, 2, 2, 2, 0, 1, 1, 1, 1, 3, 3, 3, 1, 3, 3, 3, 1};
        double[] xyz = Arrays.stream(quarters).map(x -> x * a / 4).toArray();
        return new Structure(Cell.cubic(a), Collections.nCopies(8, Element.SI), xyz).repeated(2, 2, 2);
    }
}
