package org.nocturne.learning.loop;

import java.util.Optional;
import org.nocturne.core.structure.Kelvin;

/**
 * What a campaign will do, as far as memory and judgement need to know.
 *
 * @param name of the campaign
 * @param seed from which every other seed is derived
 * @param phase crystal (a thermal expansion around an inherent structure exists), liquid (it does not), or glass (there are many)
 * @param temperature of the target; one of those at which is proposed
 * @param spending of acquisition
 * @param retries of attempts that do otherwise than the one that failed
 * @param audit what a second code labels; empty where there is none
 * @param budget what it may spend in all
 */
public record CampaignPlan(
        String name,
        long seed,
        Phase phase,
        Kelvin temperature,
        ReplicaPlan replicas,
        ProposalPlan proposals,
        LearningPlan learning,
        Spending spending,
        RetryPlan retries,
        Optional<AuditPlan> audit,
        BudgetPlan budget) {

    public enum Phase {
        CRYSTAL,
        LIQUID,
        GLASS
    }

    public CampaignPlan {
        if (!proposals.temperatures().contains(temperature)) {
            throw new IllegalArgumentException("proposed is at " + proposals.temperatures() + "; the target's "
                    + temperature + " must be one of them");
        }
    }

    /** The seed of one piece of work: the same campaign file gives the same seeds, different work different ones. */
    public long seedOf(String kind, int id) {
        long z = seed * 0x9E3779B97F4A7C15L + kind.hashCode() * 0xBF58476D1CE4E5B9L + id;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L; // SplitMix64 (Steele, Lea and Flood 2014)
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) & Long.MAX_VALUE;
    }
}
