package org.nocturne.routes.cli.bench.night;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What came of a night.
 *
 * @param kills that runners died of, in words
 * @param state of the campaign in the end: finished, or spent at the deadline
 * @param secondsAfterDeadline when the last runner had ended; negative where it was done before
 * @param lost labels that were there before a death and are gone or others, and lines of the log that no event stands behind
 * @param broken invariants of the store that do not hold
 * @param reportBytes 0 where there is none
 * @param findings what is not as it should be, in words
 */
record NightLine(
        int minutes,
        List<String> kills,
        String state,
        @JsonProperty("seconds_after_deadline") double secondsAfterDeadline,
        int candidates,
        int labelled,
        int lost,
        int torn,
        int orphans,
        int broken,
        @JsonProperty("report_bytes") long reportBytes,
        List<String> findings) {
    private static final double MOST_SECONDS_LATE = 30;

    boolean isGood() {
        return findings.isEmpty()
                && (state.equals("finished") || state.equals("spent"))
                && secondsAfterDeadline <= MOST_SECONDS_LATE
                && reportBytes > 0;
    }
}
