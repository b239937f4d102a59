package org.nocturne.learning.reference;

import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.store.StoredFile;

/**
 * The mean cell at one temperature and the pressure of the plan: the minimised structure, larger as a whole.
 *
 * @param edgeFactor mean of the cube root of the volume, over that of the minimised structure
 * @param standardError of the factor
 * @param inherent the structure minimised again in this cell
 * @param inherentEnergyEv its energy, eV per cell
 */
public record MeanCell(
        double temperatureK, double edgeFactor, double standardError, StoredFile inherent, double inherentEnergyEv) {

    public Estimate strain() {
        return new Estimate(edgeFactor - 1, standardError);
    }
}
