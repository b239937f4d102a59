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
        int extraReplicas,
        List<Kelvin> proposed,
        Spending.Where where) {
    static final Kelvin T = Kelvin.of(300);

    static Plans crystal() {
        return new Plans(
                CampaignPlan.Phase.CRYSTAL, 7, List.of(T), 1, 10, 4, 6, true, 1, List.of(T), Spending.Where.WORST);
    }

    static Plans liquid() {
        return new Plans(
                CampaignPlan.Phase.LIQUID, 7, List.of(T), 1, 10, 4, 6, true, 1, List.of(T), Spending.Where.WORST);
    }

    Plans withSeed(long wanted) {
        return new Plans(
                phase,
                wanted,
                temperatures,
                replicas,
                candidates,
                round,
                retrainEvery,
                fromCandidates,
                extraReplicas,
                proposed,
                where);
    }

    Plans withReplicas(int each, Kelvin... at) {
        return new Plans(
                phase,
                seed,
                List.of(at),
                each,
                candidates,
                round,
                retrainEvery,
                fromCandidates,
                extraReplicas,
                proposed,
                where);
    }

    Plans withCandidates(int count, int perRound) {
        return new Plans(
                phase,
                seed,
                temperatures,
                replicas,
                count,
                perRound,
                retrainEvery,
                fromCandidates,
                extraReplicas,
                proposed,
                where);
    }

    Plans retrainingEvery(int labels) {
        return new Plans(
                phase,
                seed,
                temperatures,
                replicas,
                candidates,
                round,
                labels,
                fromCandidates,
                extraReplicas,
                proposed,
                where);
    }

    Plans learningFromReplicasOnly() {
        return new Plans(
                phase,
                seed,
                temperatures,
                replicas,
                candidates,
                round,
                retrainEvery,
                false,
                extraReplicas,
                proposed,
                where);
    }

    Plans withExtraReplicas(int extra) {
        return new Plans(
                phase,
                seed,
                temperatures,
                replicas,
                candidates,
                round,
                retrainEvery,
                fromCandidates,
                extra,
                proposed,
                where);
    }

    Plans proposingAt(Spending.Where wanted, Kelvin... at) {
        return new Plans(
                phase,
                seed,
                temperatures,
                replicas,
                candidates,
                round,
                retrainEvery,
                fromCandidates,
                extraReplicas,
                List.of(at),
                wanted);
    }

    CampaignPlan plan() {
        ReplicaPlan run = new ReplicaPlan(100, Night.FRAMES, 50, 5);
        return new CampaignPlan(
                "night",
                seed,
                phase,
                T,
                proposed,
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
                new Spending(where, 2, extraReplicas),
                Optional.empty());
    }
}
