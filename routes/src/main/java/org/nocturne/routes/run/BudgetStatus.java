package org.nocturne.routes.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.Account;
import org.nocturne.learning.store.Grant;

/**
 * What a campaign has spent and what it was granted; a bound that is null is none.
 *
 * @param until ISO 8601, UTC
 * @param pausedSince when it began to wait for room on the disk, ISO 8601, UTC; null where it does not
 * @param spent which bound has been reached, in words; null while none has
 */
public record BudgetStatus(
        @Nullable String until,
        double coreHoursUsed,
        @Nullable Double coreHours,
        int failuresUsed,
        @Nullable Integer failures,
        @Nullable Long diskMbUsed,
        @Nullable Long diskMb,
        long freeMb,
        long keepFreeMb,
        @Nullable String pausedSince,
        @Nullable String spent) {

    static BudgetStatus of(Account account, @Nullable String pausedSince) {
        Grant granted = account.granted();
        return new BudgetStatus(
                granted.until() == null ? null : granted.until().toString(),
                account.coreHours(),
                granted.coreHours(),
                account.failures(),
                granted.failures(),
                granted.diskMb() == null ? null : account.folderMb(),
                granted.diskMb(),
                account.freeMb(),
                granted.keepFreeMb(),
                pausedSince,
                account.spent().orElse(null));
    }

    /** One line: what is used of what is granted. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        if (until != null) {
            parts.add("until " + until);
        }
        parts.add(String.format(Locale.ROOT, "core-hours %.3f", coreHoursUsed)
                + (coreHours == null ? "" : String.format(Locale.ROOT, " of %.3f", coreHours)));
        parts.add("failures " + failuresUsed + (failures == null ? "" : " of " + failures));
        if (diskMb != null) {
            parts.add("disk " + diskMbUsed + " of " + diskMb + " MB");
        }
        parts.add("free " + freeMb + " MB, " + keepFreeMb + " to be kept");
        if (pausedSince != null) {
            parts.add("waits for room since " + pausedSince);
        }
        return String.join("; ", parts);
    }
}
