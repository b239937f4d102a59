package org.nocturne.learning.train;

import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.crystal.SiteAssignment;
import org.nocturne.core.crystal.Sites;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * A thermal configuration as a learner sees it.
 *
 * @param displacementsAngstrom 3N, out of the inherent structure, minimum image, centre of mass removed
 * @param forcesEvPerAngstrom 3N, without a thermostat
 */
public record TrainingFrame(Kelvin temperature, double[] displacementsAngstrom, double[] forcesEvPerAngstrom) {

    /**
     * Takes displacements of a configuration out of its inherent structure. Atoms that have exchanged sites, and their forces, are put in
     * the order of the sites; the others keep theirs.
     */
    public static TrainingFrame of(Structure inherent, Structure thermal, Kelvin temperature, double[] forces) {
        if (inherent.size() != thermal.size()) {
            throw new IllegalArgumentException("a frame of " + thermal.size()
                    + " atoms cannot be laid over an inherent structure of " + inherent.size());
        }
        SiteAssignment standing = new Sites(inherent).assign(thermal);
        return new TrainingFrame(
                temperature, Displacements.of(inherent, standing.bySite(thermal)), standing.bySite(forces));
    }
}
