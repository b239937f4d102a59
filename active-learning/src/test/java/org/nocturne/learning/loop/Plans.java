package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;
import org.nocturne.learning.train.NetworkPlan;

/** Small plans, said by what differs: one replica of each kind at 300 K, 10 candidates in rounds of 4, a retraining every 6 labels. */
record Plans(
        CampaignPlan.Phase phase,
        long seed,
        ReplicaPlan replicas,
        ProposalPlan proposals,
        LearningPlan learning,
        Spending spending,
        RetryPlan retries,
        Optional<AuditPlan> audit,
        BudgetPlan budget) {
    static final Kelvin T = Kelvin.of(300);
    private static final int NVT_STEPS = 20;

    static Plans crystal() {
        return of(CampaignPlan.Phase.CRYSTAL);
    }

    static Plans liquid() {
        return of(CampaignPlan.Phase.LIQUID);
    }

    /** A glass of which variants are proposed, with noise alone. */
    static Plans variants(double sigmaAngstrom) {
        Plans glass = of(CampaignPlan.Phase.GLASS);
        ProposalPlan frames = glass.proposals;
        ProposalPlan variants = new ProposalPlan(
                frames.temperatures(),
                frames.count(),
                frames.roundSize(),
                frames.judged(),
                frames.nvtSteps(),
                frames.minimisation(),
                Optional.of(new VariantPlan(sigmaAngstrom, Optional.empty())),
                Optional.empty());
        return new Plans(
                glass.phase,
                glass.seed,
                replicas(2, T),
                variants,
                glass.learning,
                glass.spending,
                glass.retries,
                glass.audit,
                glass.budget);
    }

    private static Plans of(CampaignPlan.Phase phase) {
        return new Plans(
                phase,
                7,
                replicas(1, T),
                proposals(List.of(T), 10, 4),
                learning(6, true, Optional.empty()),
                new Spending(Spending.Where.WORST, 2, 1, 0),
                RetryPlan.none(),
                Optional.empty(),
                BudgetPlan.none());
    }

    private static ReplicaPlan replicas(int each, Kelvin... at) {
        RunLength length = new RunLength(100, Night.FRAMES, 50, 5);
        return new ReplicaPlan(List.of(at), each, each, length, each, length, Optional.empty(), Optional.empty());
    }

    private static ProposalPlan proposals(List<Kelvin> at, int count, int perRound) {
        return new ProposalPlan(at, count, perRound, 1000, NVT_STEPS, Minimisation.TIGHT, Optional.empty());
    }

    private static LearningPlan learning(int everyLabels, boolean fromCandidates, Optional<NetworkPlan> network) {
        return new LearningPlan(everyLabels, fromCandidates, Optional.empty(), 2.6, 1, network);
    }

    Plans withSeed(long wanted) {
        return new Plans(phase, wanted, replicas, proposals, learning, spending, retries, audit, budget);
    }

    Plans withReplicas(int each, Kelvin... at) {
        return new Plans(phase, seed, replicas(each, at), proposals, learning, spending, retries, audit, budget);
    }

    Plans withCandidates(int count, int perRound) {
        ProposalPlan wanted = proposals(proposals.temperatures(), count, perRound);
        return new Plans(phase, seed, replicas, wanted, learning, spending, retries, audit, budget);
    }

    Plans atTargetAlone(String why) {
        ProposalPlan wanted = new ProposalPlan(
                proposals.temperatures(),
                proposals.count(),
                proposals.roundSize(),
                proposals.judged(),
                proposals.nvtSteps(),
                proposals.minimisation(),
                Optional.of(why));
        return new Plans(phase, seed, replicas, wanted, learning, spending, retries, audit, budget);
    }

    Plans judging(int most) {
        ProposalPlan wanted = new ProposalPlan(
                proposals.temperatures(),
                proposals.count(),
                proposals.roundSize(),
                most,
                proposals.nvtSteps(),
                proposals.minimisation(),
                Optional.empty());
        return new Plans(phase, seed, replicas, wanted, learning, spending, retries, audit, budget);
    }

    Plans retrainingEvery(int labels) {
        LearningPlan wanted = learning(labels, learning.fromCandidates(), learning.network());
        return new Plans(phase, seed, replicas, proposals, wanted, spending, retries, audit, budget);
    }

    Plans learningFromReplicasOnly() {
        LearningPlan wanted = learning(learning.everyLabels(), false, learning.network());
        return new Plans(phase, seed, replicas, proposals, wanted, spending, retries, audit, budget);
    }

    Plans withNetwork(NetworkPlan network) {
        LearningPlan wanted = learning(learning.everyLabels(), learning.fromCandidates(), Optional.of(network));
        return new Plans(phase, seed, replicas, proposals, wanted, spending, retries, audit, budget);
    }

    Plans withExtraReplicas(int extra) {
        Spending wanted = new Spending(spending.where(), spending.perRound(), extra, 0);
        return new Plans(phase, seed, replicas, proposals, learning, wanted, retries, audit, budget);
    }

    Plans proposingAt(Spending.Where where, Kelvin... at) {
        ProposalPlan wanted = proposals(List.of(at), proposals.count(), proposals.roundSize());
        Spending spent = new Spending(where, spending.perRound(), spending.replicas(), 0);
        return new Plans(phase, seed, replicas, wanted, learning, spent, retries, audit, budget);
    }

    Plans stoppingWhenStalled(int rounds) {
        Spending wanted = new Spending(spending.where(), spending.perRound(), spending.replicas(), rounds);
        return new Plans(phase, seed, replicas, proposals, learning, wanted, retries, audit, budget);
    }

    Plans withRetries(RetryPlan wanted) {
        return new Plans(phase, seed, replicas, proposals, learning, spending, wanted, audit, budget);
    }

    Plans withAudit(AuditPlan wanted) {
        return new Plans(phase, seed, replicas, proposals, learning, spending, retries, Optional.of(wanted), budget);
    }

    Plans withBudget(BudgetPlan wanted) {
        return new Plans(phase, seed, replicas, proposals, learning, spending, retries, audit, wanted);
    }

    CampaignPlan plan() {
        return new CampaignPlan(
                "night", seed, phase, T, replicas, proposals, learning, spending, retries, audit, budget);
    }
}
