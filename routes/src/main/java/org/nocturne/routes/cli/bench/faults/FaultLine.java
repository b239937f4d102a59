package org.nocturne.routes.cli.bench.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a campaign with one fault.
 *
 * @param what the fault is
 * @param wanted cause
 * @param recorded causes of the runs that went wrong
 * @param seconds from the fault to the record of its cause, the median of its runs; null where no run is at fault
 * @param finished whether the campaign came to its end
 * @param lost candidates without a label whose own runs were not at fault, and whatever else must hold in a store and does not
 * @param orphans processes that the finished campaign left behind
 * @param skipped why it was not tried; null where it was
 * @param good whether all is as wanted
 */
record FaultLine(
        String fault,
        String what,
        String wanted,
        List<String> recorded,
        @Nullable Double seconds,
        boolean finished,
        int lost,
        int orphans,
        @Nullable String skipped,
        @JsonProperty("as_wanted") boolean good) {

    static FaultLine skipped(Fault fault, String why) {
        return new FaultLine(
                fault.word(),
                fault.inWords(),
                fault.wanted().map(Enum::name).orElse("none"),
                List.of(),
                null,
                false,
                0,
                0,
                why,
                true);
    }
}
