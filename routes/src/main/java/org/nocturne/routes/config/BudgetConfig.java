package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.BudgetPlan;
import org.nocturne.learning.loop.Deadline;

/**
 * What a campaign may spend.
 *
 * @param until when it ends: a time of day, the next one when the campaign begins, or a date with one; absent: when it is done
 * @param coreHours of the calculations, in all; absent: without a bound
 * @param failures attempts that fail by themselves, in all; absent: twice the candidates, and no fewer than 50
 * @param diskMb size of the campaign folder, mebibytes; absent: without a bound
 * @param keepFreeMb of the file system of the folder, mebibytes: below it nothing new is begun
 */
public record BudgetConfig(
        @JsonProperty("until") @Nullable String until,
        @JsonProperty("core-hours") @Nullable Double coreHours,
        @JsonProperty("failures") @Nullable Integer failures,
        @JsonProperty("disk-mb") @Nullable Integer diskMb,
        @JsonProperty("keep-free-mb") Integer keepFreeMb) {
    /** Room for the results of what runs when it is reached, and for the store. */
    private static final int KEEP_FREE_MB = 1024;

    private static final int FEWEST_FAILURES = 50;

    public BudgetConfig {
        if (until != null) {
            deadline(until);
        }
        if (coreHours != null) {
            Wanted.above("core-hours", coreHours, 0, "h");
        }
        if (failures != null) {
            Wanted.atLeast("failures", failures, 1);
        }
        if (diskMb != null) {
            Wanted.atLeast("disk-mb", diskMb, 1);
        }
        keepFreeMb = Wanted.atLeast("keep-free-mb", Wanted.orElse(keepFreeMb, KEEP_FREE_MB), 0);
    }

    static BudgetConfig usual() {
        return new BudgetConfig(null, null, null, null, KEEP_FREE_MB);
    }

    private static Deadline deadline(String until) {
        try {
            return new Deadline(until);
        } catch (IllegalArgumentException e) {
            throw new ConfigValueException("until", String.valueOf(e.getMessage()));
        }
    }

    /** What is granted to a campaign of this file. */
    public BudgetPlan plan(CampaignConfig campaign) {
        return new BudgetPlan(
                Optional.ofNullable(until).map(BudgetConfig::deadline),
                ZoneId.systemDefault(),
                coreHours == null ? OptionalDouble.empty() : OptionalDouble.of(coreHours),
                OptionalInt.of(failures == null ? usualFailures(campaign) : failures),
                diskMb == null ? OptionalLong.empty() : OptionalLong.of(diskMb),
                keepFreeMb,
                campaign.code().coresOf(campaign.launcher()),
                campaign.audit() == null
                        ? 1
                        : campaign.audit().code().coresOf(campaign.audit().launcherOr(campaign.launcher())));
    }

    /**
     * Each candidate may fail once in each of its two steps and the night goes on; it is one in which nearly everything goes wrong that
     * ends by this. A small campaign has replicas, too, that may fail.
     */
    private static int usualFailures(CampaignConfig campaign) {
        return Math.max(FEWEST_FAILURES, 2 * campaign.candidates().count());
    }

    /** A date that is over would end the campaign before it has begun; told before anything is written. */
    public static void requireAhead(ConfigReader.Read read, Instant now) {
        String until = read.config().budget().until();
        if (until != null && !deadline(until).after(now, ZoneId.systemDefault()).isAfter(now)) {
            throw read.problem(
                    "budget.until", "budget.until is '" + until + "', which is over; wanted is a time to come");
        }
    }
}
