package org.nocturne.routes.dashboard;

import java.time.Instant;
import java.util.Map;
import org.nocturne.learning.store.CampaignTable.Campaign;
import org.nocturne.routes.report.Headline;
import org.nocturne.routes.run.Status;

/**
 * What was asked, and how it goes.
 *
 * @param now when this was read
 * @param began the campaign
 * @param headline the verdict as the report words it
 * @param mayOrder whether a person with the token may stop, pause or extend it from here
 */
record Overview(
        Instant now, Instant began, Map<String, String> asked, Headline headline, Status status, boolean mayOrder) {

    static Overview of(Seen seen) {
        Status status = seen.status().get();
        var pattern = seen.pattern().get();
        return seen.store().inTransaction(tx -> {
            Campaign campaign = tx.campaign().find().orElseThrow();
            return new Overview(
                    tx.now(),
                    campaign.createdAt(),
                    seen.facts().asked(tx.temperatures().added()),
                    Headline.of(campaign, tx.ledger().newest(), seen.facts(), pattern),
                    status,
                    seen.mayOrder());
        });
    }
}
