package org.nocturne.adapters.lammps;

import java.util.Optional;
import org.nocturne.core.work.Cause;

/**
 * Which of LAMMPS' stopping criteria are a minimum; the others are limits and accidents. LAMMPS exits with 0 at all of them.
 *
 * <p>"linesearch alpha is zero" says that no step along the search direction lowers the energy. At small forces that is the
 * minimum to within rounding; at large ones the forces are not the gradient of the energy, or the energy jumps at a cut-off.
 */
final class StoppingCriterion {
    /** Below this force a stuck search is accepted: with curvatures of 1 eV/angstrom^2 and more, 1e-6 eV/atom is left to fall. */
    private static final double STUCK_FORCE_EV_PER_ANGSTROM = 1e-3;

    private StoppingCriterion() {}

    /** @param maxForce largest force on an atom, in eV/angstrom */
    static void requireMinimum(Optional<String> criterion, double maxForce) throws BadOutput {
        String found = criterion.orElse("not given");
        boolean minimum =
                switch (found) {
                    case "energy tolerance", "force tolerance", "forces are zero" -> true;
                    case "linesearch alpha is zero", "quadratic factors are zero" ->
                        maxForce <= STUCK_FORCE_EV_PER_ANGSTROM;
                    default -> false;
                };
        if (!minimum) {
            throw new BadOutput(
                    Cause.NOT_CONVERGED,
                    "minimisation ended by: " + found + ", with a largest force of " + maxForce + " eV/angstrom");
        }
    }
}
