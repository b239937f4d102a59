package org.nocturne.core.work;

/**
 * When a minimisation may end: at either tolerance. A tolerance of 0 is switched off.
 *
 * @param energyTolerance relative change of the energy between iterations
 * @param forceToleranceEvPerAngstrom norm of the global force vector
 */
public record Minimisation(
        double energyTolerance, double forceToleranceEvPerAngstrom, int maxIterations, int maxEvaluations) {

    /** Tight enough that the energy of the inherent structure is good to 1e-6 eV per atom. */
    public static final Minimisation TIGHT = new Minimisation(0, 1e-4, 5000, 50000);

    /** Of a glass or liquid: as good an energy. A tenth of this force was once not reached in 5000 iterations, under an added potential. */
    public static final Minimisation DISORDERED = new Minimisation(0, 1e-3, 20_000, 200_000);
}
