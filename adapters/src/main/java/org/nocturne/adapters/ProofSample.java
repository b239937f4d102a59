package org.nocturne.adapters;

import java.util.Map;
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
        Structure structure, Map<String, Object> settings, double tolerance, double maxForceEvPerAngstrom) {}
