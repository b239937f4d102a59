package org.nocturne.learning.loop;

import java.util.List;
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
 */
public record ProposalPlan(
        List<Kelvin> temperatures, int count, int roundSize, int judged, int nvtSteps, Minimisation minimisation) {

    public ProposalPlan {
        temperatures = List.copyOf(temperatures);
    }

    public int rounds() {
        return (count + roundSize - 1) / roundSize;
    }
}
