package org.nocturne.routes.cli;

import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.Deadline;
import org.nocturne.learning.loop.Extension;
import picocli.CommandLine.Option;

/** What a person grants a campaign, in place of what it has. Totals, not additions. */
final class BudgetOptions {
    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When it ends: 07:00, the next one, or 2026-11-29T07:00.")
    private @Nullable String until;

    @Option(names = "--core-hours", paramLabel = "N", description = "Core hours of its calculations, in all.")
    private @Nullable Double coreHours;

    @Option(names = "--failures", paramLabel = "N", description = "Attempts that may fail, in all.")
    private @Nullable Integer failures;

    @Option(names = "--disk-mb", paramLabel = "N", description = "Mebibytes that its folder may hold.")
    private @Nullable Long diskMb;

    @Option(
            names = "--keep-free-mb",
            paramLabel = "N",
            description = "Mebibytes to be kept free on its disk: with less nothing new is begun.")
    private @Nullable Long keepFreeMb;

    /** @throws IllegalArgumentException naming the option, what was found and what is wanted */
    Extension extension() {
        require("--core-hours", coreHours == null || coreHours > 0, coreHours, "a number above 0");
        require("--failures", failures == null || failures > 0, failures, "a number above 0");
        require("--disk-mb", diskMb == null || diskMb > 0, diskMb, "a number above 0");
        require("--keep-free-mb", keepFreeMb == null || keepFreeMb >= 0, keepFreeMb, "0 or more");
        return new Extension(deadline(), coreHours, failures, diskMb, keepFreeMb);
    }

    private @Nullable Deadline deadline() {
        try {
            return until == null ? null : new Deadline(until);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--until " + e.getMessage(), e);
        }
    }

    private static void require(String option, boolean good, @Nullable Object found, String wanted) {
        if (!good) {
            throw new IllegalArgumentException(option + " is " + found + "; wanted is " + wanted);
        }
    }
}
