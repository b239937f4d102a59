package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;

/** Small plans, said by what differs: one replica of each kind at 300 K, 10 candidates in rounds of 4, a retraining every 6 labels. */
record Plans(
        CampaignPlan.Phase phase,
        long seed,
        List<Kelvin> temperatures,
        int replicas,
        int candidates,
        int round,
        int retrainEvery,
        boolean fromCandidates,
        int extraReplicas) {
    static final Kelvin T = Kelvin.of(300);

    static Plans crystal() {
        return new Plans(CampaignPlan.Phase.CRYSTAL, 7, List.of(T), 1, 10, 4, 6, true, 1);
    }

    static Plans liquid() {
        return new Plans(CampaignPlan.Phase.LIQUID, 7, List.of(T), 1, 10, 4, 6, true, 1);
    }

    Plans withSeed(long wanted) {
        return new Plans(
                phase, wanted, temperatures, replicas, candidates, round, retrainEvery, fromCandidates, extraReplicas);
    }

    Plans withReplicas(int each, Kelvin... at) {
        return new Plans(
                phase, seed, List.of(at), each, candidates, round, retrainEvery, fromCandidates, extraReplicas);
    }

    Plans withCandidates(int count, int perRound) {
        return new Plans(
                phase, seed, temperatures, replicas, count, perRound, retrainEvery, fromCandidates, extraReplicas);
    }

    Plans retrainingEvery(int labels) {
        return new Plans(phase, seed, temperatures, replicas, candidates, round, labels, fromCandidates, extraReplicas);
    }

    Plans learningFromReplicasOnly() {
        return new Plans(phase, seed, temperatures, replicas, candidates, round, retrainEvery, false, extraReplicas);
    }

    Plans withExtraReplicas(int extra) {
        return new Plans(phase, seed, temperatures, replicas, candidates, round, retrainEvery, fromCandidates, extra);
    }

    CampaignPlan plan() {
        ReplicaPlan run = new ReplicaPlan(100, Night.FRAMES, 50, 5);
        return new CampaignPlan(
                "night",
                seed,
                phase,
                T,
                temperatures,
                replicas,
                run,
                replicas,
                replicas,
                run,
                Optional.empty(),
                Optional.empty(),
                candidates,
                round,
                20,
                Minimisation.TIGHT,
                retrainEvery,
                fromCandidates,
                Optional.empty(),
                2.6,
                1,
                extraReplicas,
                Optional.empty());
    }
}
