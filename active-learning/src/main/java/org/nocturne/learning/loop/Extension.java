package org.nocturne.learning.loop;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.Grant;

/**
 * What a person grants a campaign anew. What is null stays as it was; totals, not additions.
 *
 * @param until when it ends
 */
public record Extension(
        @Nullable Deadline until,
        @Nullable Double coreHours,
        @Nullable Integer failures,
        @Nullable Long diskMb,
        @Nullable Long keepFreeMb) {

    public static Extension none() {
        return new Extension(null, null, null, null, null);
    }

    boolean isEmpty() {
        return equals(none());
    }

    Grant over(Grant before, Instant now, ZoneId zone) {
        return new Grant(
                until == null ? before.until() : until.after(now, zone),
                coreHours == null ? before.coreHours() : coreHours,
                failures == null ? before.failures() : failures,
                diskMb == null ? before.diskMb() : diskMb,
                keepFreeMb == null ? before.keepFreeMb() : keepFreeMb);
    }
}
