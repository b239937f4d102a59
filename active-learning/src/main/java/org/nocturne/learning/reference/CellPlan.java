package org.nocturne.learning.reference;

/**
 * How the cell of a reference is found where it is not fixed: by as many runs at this pressure as there are replicas, each as long as
 * {@code steps} after an equilibration of its own.
 *
 * @param pressureKbar of the whole, kinetic part and virial
 */
public record CellPlan(double pressureKbar, int steps) {
    /** Steps between two volumes of a run. */
    public static final int SPACING = 20;

    private static final double EV_PER_CUBIC_ANGSTROM_PER_KBAR = 1 / 1602.176634;

    public CellPlan {
        if (!Double.isFinite(pressureKbar) || steps < SPACING) {
            throw new IllegalArgumentException("a cell at " + pressureKbar + " kbar from " + steps
                    + " steps; wanted are a finite pressure and at least " + SPACING + " steps");
        }
    }

    /** The pressure in the units of the house. */
    public double pressureEvPerCubicAngstrom() {
        return pressureKbar * EV_PER_CUBIC_ANGSTROM_PER_KBAR;
    }

    /** From the units of the house. */
    public static double kbar(double evPerCubicAngstrom) {
        return evPerCubicAngstrom / EV_PER_CUBIC_ANGSTROM_PER_KBAR;
    }
}
