package org.nocturne.learning.loop;

import java.util.Optional;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.train.NetworkPlan;

/**
 * What is learned, from what, and when.
 *
 * @param everyLabels between two retrainings
 * @param fromCandidates whether labelled frames of candidates are learned from, beside the training replicas
 * @param cron Quartz cron expression beside it
 * @param cutoffAngstrom of the force constants
 * @param degree highest power of T in the force constants
 * @param network trained beside the force constants; empty where there is to be none
 */
public record LearningPlan(
        int everyLabels,
        boolean fromCandidates,
        Optional<String> cron,
        double cutoffAngstrom,
        int degree,
        Optional<NetworkPlan> network) {

    /** The roles whose frames are learned from. */
    Role[] roles() {
        return fromCandidates ? new Role[] {Role.TRAINING, Role.CANDIDATE} : new Role[] {Role.TRAINING};
    }
}
