package org.nocturne.routes.run;

import java.util.Locale;
import org.nocturne.learning.loop.CampaignPlan;

/**
 * The phase of a campaign that was asked to find it out itself.
 *
 * @param why one sentence with the figures
 */
public record DecidedPhase(CampaignPlan.Phase phase, String why) {
    /** As the campaign file says it. */
    String word() {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
