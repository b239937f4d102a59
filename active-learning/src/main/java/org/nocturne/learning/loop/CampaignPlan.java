package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.train.NetworkPlan;

/**
 * What a campaign will do, as far as memory and judgement need to know.
 *
 * @param name of the campaign
 * @param seed from which every other seed is derived
 * @param phase crystal (a thermal expansion around an inherent structure exists), liquid (it does not), or glass (there are many)
 * @param temperature of the target
 * @param proposedTemperatures at which candidates are proposed and judged; the target's is one of them
 * @param trainingTemperatures where replicas are run to learn from
 * @param replicasPerTemperature at each of them
 * @param training length of a training or held-out replica
 * @param heldOutReplicas at each training temperature, to judge models by
 * @param referenceReplicas at each proposed temperature, to judge the ensemble by
 * @param reference length of a reference replica
 * @param heatTo temperature at which replicas forget their start; empty where they start from the inherent structure
 * @param coolingKelvinPerPicosecond rate at which replicas are cooled from there; empty where the thermostat is set at once
 * @param candidates proposed in all
 * @param roundSize candidates between two assessments
 * @param nvtSteps of the relax step
 * @param minimisation of the relax step and of the start structure
 * @param retrainEvery labels between two retrainings
 * @param learnsFromCandidates whether labelled frames of candidates are learned from, beside the training replicas
 * @param retrainCron Quartz cron expression beside it
 * @param cutoffAngstrom of the force constants
 * @param degree highest power of T in the force constants
 * @param spending of acquisition
 * @param network trained beside the force constants; empty where there is to be none
 */
public record CampaignPlan(
        String name,
        long seed,
        Phase phase,
        Kelvin temperature,
        List<Kelvin> proposedTemperatures,
        List<Kelvin> trainingTemperatures,
        int replicasPerTemperature,
        ReplicaPlan training,
        int heldOutReplicas,
        int referenceReplicas,
        ReplicaPlan reference,
        Optional<Kelvin> heatTo,
        Optional<Double> coolingKelvinPerPicosecond,
        int candidates,
        int roundSize,
        int nvtSteps,
        Minimisation minimisation,
        int retrainEvery,
        boolean learnsFromCandidates,
        Optional<String> retrainCron,
        double cutoffAngstrom,
        int degree,
        Spending spending,
        Optional<NetworkPlan> network) {

    public enum Phase {
        CRYSTAL,
        LIQUID,
        GLASS
    }

    public CampaignPlan {
        proposedTemperatures = List.copyOf(proposedTemperatures);
        trainingTemperatures = List.copyOf(trainingTemperatures);
        if (!proposedTemperatures.contains(temperature)) {
            throw new IllegalArgumentException("proposed is at " + proposedTemperatures + "; the target's "
                    + temperature + " must be one of them");
        }
    }

    /** The same with a network trained at each retraining. */
    public CampaignPlan withNetwork(NetworkPlan wanted) {
        return new CampaignPlan(
                name,
                seed,
                phase,
                temperature,
                proposedTemperatures,
                trainingTemperatures,
                replicasPerTemperature,
                training,
                heldOutReplicas,
                referenceReplicas,
                reference,
                heatTo,
                coolingKelvinPerPicosecond,
                candidates,
                roundSize,
                nvtSteps,
                minimisation,
                retrainEvery,
                learnsFromCandidates,
                retrainCron,
                cutoffAngstrom,
                degree,
                spending,
                Optional.of(wanted));
    }

    /** The seed of one piece of work: the same campaign file gives the same seeds, different work different ones. */
    public long seedOf(String kind, int id) {
        long z = seed * 0x9E3779B97F4A7C15L + kind.hashCode() * 0xBF58476D1CE4E5B9L + id;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L; // SplitMix64 (Steele, Lea and Flood 2014)
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) & Long.MAX_VALUE;
    }

    /** The roles whose frames are learned from. */
    Role[] learnedRoles() {
        return learnsFromCandidates ? new Role[] {Role.TRAINING, Role.CANDIDATE} : new Role[] {Role.TRAINING};
    }

    public int rounds() {
        return (candidates + roundSize - 1) / roundSize;
    }
}
