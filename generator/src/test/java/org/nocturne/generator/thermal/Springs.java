package org.nocturne.generator.thermal;

import java.util.Collections;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** Isotropic springs between all neighbours, on simple crystals of one or two sites. */
record Springs(double constant) implements ForceModel {
    static final double CUTOFF_ANGSTROM = 2.6;

    @Override
    public double[] forces(LocalEnvironments env, double[] u, Kelvin t) {
        double[] out = new double[u.length];
        for (int i = 0; i < env.atoms(); i++) {
            for (int s = 0; s < env.slots(); s++) {
                if (env.isPresent(i, s)) {
                    for (int k = 0; k < 3; k++) {
                        out[3 * i + k] += constant * (u[3 * env.neighbour(i, s) + k] - u[3 * i + k]);
                    }
                }
            }
        }
        return out;
    }

    @Override
    public void close() {}

    /** Simple cubic, 2.5 angstrom. */
    static Structure cubic(int a, int b, int c) {
        return new Structure(Cell.cubic(2.5), Collections.nCopies(1, Element.PO), new double[3]).repeated(a, b, c);
    }

    /** Diamond in its conventional cell, bonds 2.35 angstrom long. */
    static Structure diamond(int n) {
        double[] xyz = {0, 0, 0, 0, 2, 2, 2, 0, 2, 2, 2, 0, 1, 1, 1, 1, 3, 3, 3, 1, 3, 3, 3, 1};
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.43 / 4;
        }
        return new Structure(Cell.cubic(5.43), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }

    ForceConstants constants(Structure structure) {
        Crystal crystal = Crystal.of(structure);
        return ForceConstants.of(crystal, this, environments(structure), Kelvin.of(300));
    }

    static LocalEnvironments environments(Structure structure) {
        return LocalEnvironments.of(structure, sites(structure));
    }

    static SiteTable sites(Structure structure) {
        return SiteTable.of(Crystal.of(structure).primitiveCell(), CUTOFF_ANGSTROM);
    }

    static ThermalProposer proposer(Structure structure, double spring) {
        return proposer(structure, spring, Nuclei.CLASSICAL);
    }

    static ThermalProposer proposer(Structure structure, double spring, Nuclei nuclei) {
        return new ThermalProposer(structure, sites(structure), new Springs(spring), ThermalStrain.NONE, nuclei);
    }
}
