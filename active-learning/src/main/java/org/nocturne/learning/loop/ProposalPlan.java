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
 * @param variants how they are made of the library; empty where they are not variants
 * @param whyNoOther why there can be no temperature beside the target's; empty where there can be others
 */
public record ProposalPlan(
        List<Kelvin> temperatures,
        int count,
        int roundSize,
        int judged,
        int nvtSteps,
        Minimisation minimisation,
        Optional<VariantPlan> variants,
        Optional<String> whyNoOther) {

    public ProposalPlan {
        temperatures = List.copyOf(temperatures);
    }

    /** Of proposals that are no variants. */
    public ProposalPlan(
            List<Kelvin> temperatures,
            int count,
            int roundSize,
            int judged,
            int nvtSteps,
            Minimisation minimisation,
            Optional<String> whyNoOther) {
        this(temperatures, count, roundSize, judged, nvtSteps, minimisation, Optional.empty(), whyNoOther);
    }

    public int rounds() {
        return (count + roundSize - 1) / roundSize;
    }
}
