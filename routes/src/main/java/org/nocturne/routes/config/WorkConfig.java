package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/**
 * What becomes of work directories. Those of calculations that failed or were cancelled always stay.
 *
 * @param done of calculations that are done and recorded: keep, pack or remove
 */
public record WorkConfig(@JsonProperty("done") String done) {

    /** What becomes of the directory of a job that is done. */
    public enum Policy {
        KEEP,
        PACK,
        REMOVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public WorkConfig {
        done = Wanted.oneOf(
                "done",
                Wanted.orElse(done, Policy.KEEP.word()),
                Arrays.stream(Policy.values()).map(Policy::word).toList());
    }

    static WorkConfig usual() {
        return new WorkConfig(Policy.KEEP.word());
    }

    public Policy policy() {
        return Policy.valueOf(done.toUpperCase(Locale.ROOT));
    }
}
