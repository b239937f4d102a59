package org.nocturne.learning.loop;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.learning.store.Grant;

/**
 * What a campaign has spent of what it was granted.
 *
 * @param at when this was read
 * @param coreHours of all attempts, running ones among them
 * @param failures attempts that failed by themselves
 * @param folderMb size of the campaign folder, mebibytes; 0 where it is not bounded
 * @param freeMb of its file system, mebibytes
 */
public record Account(Grant granted, Instant at, double coreHours, int failures, long folderMb, long freeMb) {

    /** Which bound has been reached, with its number; empty while there is something left of each. */
    public Optional<String> spent() {
        return deadline().or(this::hours).or(this::failed).or(this::disk);
    }

    private Optional<String> deadline() {
        Instant until = granted.until();
        return until == null || at.isBefore(until) ? Optional.empty() : Optional.of("until: the time is over");
    }

    private Optional<String> hours() {
        Double most = granted.coreHours();
        return most == null || coreHours < most
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "core-hours: %.3f of %.3f are used", coreHours, most));
    }

    private Optional<String> failed() {
        Integer most = granted.failures();
        return most == null || failures < most
                ? Optional.empty()
                : Optional.of("failures: " + failures + " attempts have failed, and " + most + " are granted");
    }

    private Optional<String> disk() {
        Long most = granted.diskMb();
        return most == null || folderMb < most
                ? Optional.empty()
                : Optional.of("disk-mb: the folder holds " + folderMb + " MB of " + most);
    }
}
