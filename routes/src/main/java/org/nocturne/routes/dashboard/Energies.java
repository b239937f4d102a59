package org.nocturne.routes.dashboard;

import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.SubjectTable.Basin;
import org.nocturne.learning.store.Transaction;

/** Energies of the cell, per atom above the inherent structure the campaign works around; NaN while there is none. */
record Energies(double zeroEv, int atoms) {

    static Energies of(Transaction tx, int atoms) {
        double zero = tx.subjects().basins().stream()
                .filter(b -> b.inherent() != null)
                .mapToDouble(Basin::energyEv)
                .findFirst()
                .orElse(Double.NaN);
        return new Energies(zero, atoms);
    }

    /** In meV per atom; null stays null. */
    @Nullable
    Double above(@Nullable Double energyEv) {
        return energyEv == null ? null : 1000 * (energyEv - zeroEv) / atoms;
    }
}
