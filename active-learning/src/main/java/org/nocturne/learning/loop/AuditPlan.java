package org.nocturne.learning.loop;

import java.util.Optional;
import org.nocturne.core.structure.Environment;
import org.nocturne.core.structure.Structure;

/**
 * Which structures a second code labels after each round, beside the campaign's own.
 *
 * @param mostAtoms that are given to the second code at once
 * @param frames thermal frames of a round, as they are; 0 for none
 * @param cells small periodic cells
 * @param environments of single atoms, cut out of thermal frames
 * @param retries of the second code's attempts
 */
public record AuditPlan(
        int mostAtoms, int frames, Optional<Cells> cells, Optional<Environments> environments, RetryPlan retries) {

    /** Structures after each round, if its candidates are enough. */
    public int perRound() {
        return frames
                + cells.map(Cells::perRound).orElse(0)
                + environments.map(Environments::perRound).orElse(0);
    }

    /**
     * Small periodic cells of the crystal, each made thermal by a replica of its own.
     *
     * @param start where the replicas start
     * @param steps of a replica
     */
    public record Cells(int perRound, Structure start, int steps) {}

    /** Which atoms have their environment cut out. */
    public enum Choice {
        /** Any atom of a frame of the round. */
        RANDOM,
        /** Of each frame the atom whose force the version in office misses most, and of the frames those where it misses most. */
        WORST
    }

    /**
     * Environments of atoms.
     *
     * @param innerRadiusAngstrom within which forces are compared
     * @param vacuumAngstrom between the images of a cluster in a periodic cube; empty where a cluster has no cell
     */
    public record Environments(
            int perRound,
            double radiusAngstrom,
            double innerRadiusAngstrom,
            Optional<Double> vacuumAngstrom,
            Choice choice) {

        Environment around(Structure frame, int atom) {
            return Environment.around(frame, atom, radiusAngstrom, innerRadiusAngstrom);
        }

        /** The cluster as both codes see it; all of a campaign stand in the same cube. */
        public Structure toBeLabelled(Environment environment) {
            return vacuumAngstrom
                    .map(vacuum -> environment.inCube(2 * radiusAngstrom + vacuum))
                    .orElse(environment.cluster());
        }
    }
}
