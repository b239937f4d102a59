package org.nocturne.learning.loop;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Minimisation;

/**
 * What is proposed, and how it is relaxed.
 *
 * @param temperatures at which candidates are proposed and judged
 * @param count of candidates in all
 * @param roundSize candidates between two assessments
 * @param judged at each temperature the newest so many, at most
 * @param nvtSteps of the relax step
 * @param minimisation of the relax step and of the start structure
 * @param whyNoOther why there can be no temperature beside the target's; empty where there can be others
 */
public record ProposalPlan(
        List<Kelvin> temperatures,
        int count,
        int roundSize,
        int judged,
        int nvtSteps,
        Minimisation minimisation,
        Optional<String> whyNoOther) {

    public ProposalPlan {
        temperatures = List.copyOf(temperatures);
    }

    public int rounds() {
        return (count + roundSize - 1) / roundSize;
    }
}
