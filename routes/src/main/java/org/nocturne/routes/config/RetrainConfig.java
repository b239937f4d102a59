package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.schedule.Schedule;

/**
 * When to retrain; both may hold.
 *
 * @param everyLabels new labels
 * @param fromCandidates whether labelled frames of candidates are learned from; off, the target's temperature stays unseen
 * @param cron Quartz cron expression, seconds first
 */
public record RetrainConfig(
        @JsonProperty("every-labels") Integer everyLabels,
        @JsonProperty("cron") @Nullable String cron,
        @JsonProperty("from-candidates") Boolean fromCandidates) {

    public RetrainConfig {
        fromCandidates = Wanted.orElse(fromCandidates, true);
        everyLabels = Wanted.atLeast("every-labels", Wanted.orElse(everyLabels, 50), 1);
        if (cron != null && !Schedule.isCron(cron)) {
            throw new ConfigValueException(
                    "cron", "is '" + cron + "'; wanted is a Quartz cron expression such as '0 0/5 * * * ?'");
        }
    }
}
