package org.nocturne.adapters.builtin.potential;

import java.util.Arrays;
import org.nocturne.core.structure.Structure;

/** Potential energy of the atoms of one structure as a function of their positions, with its gradient and its virial. The cell stays. */
public final class PotentialEnergySurface {
    private final VerletList list;
    private final Interactions interactions;
    private final double volume;
    private final double[] forces;
    private final double[] virial = new double[9];
    private double[] onPoints = new double[0];
    private double energyEv;

    /**
     * @param skinAngstrom how far the list of neighbours reaches beyond the potential; it changes the time a step takes and no number
     * @throws IllegalArgumentException if the potential has no parameters for these elements
     */
    public PotentialEnergySurface(Potential potential, Structure around, double skinAngstrom) {
        this.list = new VerletList(around, potential.cutoffAngstrom(), skinAngstrom);
        this.interactions = potential.among(around.species());
        this.volume = around.cell().isFullyPeriodic() ? around.cell().volume() : 0;
        this.forces = new double[3 * around.size()];
    }

    /**
     * Moves the atoms and computes everything there.
     *
     * @throws NotFiniteException if a position, the energy or a force is no finite number
     */
    public void moveTo(double[] xyzAngstrom) throws NotFiniteException {
        requireFinite(xyzAngstrom, "position");
        list.moveTo(xyzAngstrom);
        if (onPoints.length < 3 * list.points.count()) {
            onPoints = new double[6 * list.points.count()];
        }
        Arrays.fill(onPoints, 0);
        energyEv = interactions.add(list, onPoints);
        gather(list.points);
        if (!Double.isFinite(energyEv)) {
            throw new NotFiniteException("the energy is " + energyEv);
        }
        requireFinite(forces, "force");
    }

    public double energyEv() {
        return energyEv;
    }

    /** The 3N components, in eV/angstrom, where the atoms were moved to last; not a copy. */
    public double[] forces() {
        return forces;
    }

    /** Virial stress xx yy zz yz xz xy in eV/angstrom^3, tension positive; empty without a volume. */
    public double[] stress() {
        if (volume == 0) {
            return new double[0];
        }
        int[] order = {0, 4, 8, 5, 2, 1};
        double[] stress = new double[6];
        for (int k = 0; k < 6; k++) {
            stress[k] = -virial[order[k]] / volume;
        }
        return stress;
    }

    /**
     * Forces on images belong to their atoms. Before that they give the virial, the sum of x_a f_b over all points: the forces of each
     * interaction add up to zero, so it does not matter where the origin is (Thompson, Plimpton and Mattson, J. Chem. Phys. 131, 154107 (2009)).
     */
    private void gather(Points points) {
        Arrays.fill(forces, 0);
        Arrays.fill(virial, 0);
        for (int p = 0; p < points.count(); p++) {
            int atom = 3 * points.owner[p];
            for (int b = 0; b < 3; b++) {
                double f = onPoints[3 * p + b];
                forces[atom + b] += f;
                virial[b] += points.xyz[3 * p] * f;
                virial[3 + b] += points.xyz[3 * p + 1] * f;
                virial[6 + b] += points.xyz[3 * p + 2] * f;
            }
        }
    }

    private static void requireFinite(double[] values, String what) throws NotFiniteException {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new NotFiniteException(
                        what + " " + "xyz".charAt(k % 3) + " of atom " + (k / 3 + 1) + " is " + values[k]);
            }
        }
    }
}
