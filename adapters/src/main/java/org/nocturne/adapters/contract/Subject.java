package org.nocturne.adapters.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Structure;

/**
 * A code to be proved.
 *
 * @param open opens it as a campaign does
 * @param sample a small structure, off its equilibrium so that forces are not zero
 * @param tolerance how well energies repeat (eV an atom) and forces are gradients (eV/angstrom): 1e-6 for a potential, more for a self-consistent code
 * @param minimisedForceEvPerAngstrom the largest force that a tight minimisation may leave on an atom
 * @param limit time limit of one run
 * @param dir where the runs are made; each check has a folder of its own there
 */
public record Subject(
        Supplier<Code> open,
        Structure sample,
        double tolerance,
        double minimisedForceEvPerAngstrom,
        Duration limit,
        Path dir) {}
