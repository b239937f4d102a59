package org.nocturne.learning.ledger;

import java.util.List;

/**
 * Frozen MD at the temperature that is judged.
 *
 * @param frames frames of each replica
 * @param energiesEv the denser series of the thermal energy of each replica, eV above the inherent structure
 * @param curve U(T) from all MD of the campaign
 * @param source where it came from, for the reader of the report
 */
public record Reference(List<Ensemble> frames, List<double[]> energiesEv, EnergyCurve curve, String source) {
    public Reference {
        frames = List.copyOf(frames);
        energiesEv = List.copyOf(energiesEv);
    }

    Estimate meanEnergyEv() {
        return Estimate.meanOf(energiesEv);
    }
}
