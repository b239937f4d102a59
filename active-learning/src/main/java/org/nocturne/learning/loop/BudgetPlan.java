package org.nocturne.learning.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Grant;

/**
 * What a campaign may spend, as its file says it. What is empty is without a bound.
 *
 * @param until when it ends
 * @param zone in which a time of day is meant
 * @param coreHours of the calculations, in all
 * @param failures attempts that fail by themselves, in all
 * @param diskMb size of the campaign folder, mebibytes
 * @param keepFreeMb of the folder's file system, mebibytes: below it nothing new is begun
 * @param coresOfAJob of the campaign's own code
 * @param coresOfAnAudit of a job of the second code
 */
public record BudgetPlan(
        Optional<Deadline> until,
        ZoneId zone,
        OptionalDouble coreHours,
        OptionalInt failures,
        OptionalLong diskMb,
        long keepFreeMb,
        int coresOfAJob,
        int coresOfAnAudit) {

    /** No bound at all. */
    public static BudgetPlan none() {
        return new BudgetPlan(
                Optional.empty(),
                ZoneOffset.UTC,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                1,
                1);
    }

    /** One line for a person. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        until.ifPresent(deadline -> parts.add("until " + deadline.text() + " (" + zone + ")"));
        coreHours.ifPresent(hours -> parts.add(hours + " core hours"));
        failures.ifPresent(most -> parts.add(most + " failures"));
        diskMb.ifPresent(most -> parts.add(most + " MB of disk"));
        parts.add(keepFreeMb + " MB to be kept free");
        return String.join(", ", parts) + "; a job has " + coresOfAJob + (coresOfAJob == 1 ? " core" : " cores");
    }

    int cores(Step step) {
        return step == Step.AUDIT ? coresOfAnAudit : coresOfAJob;
    }

    /** What is granted to a campaign that begins now; from here on a time of day is one instant. */
    Grant grant(Instant now) {
        return new Grant(
                until.map(deadline -> deadline.after(now, zone)).orElse(null),
                coreHours.isPresent() ? coreHours.getAsDouble() : null,
                failures.isPresent() ? failures.getAsInt() : null,
                diskMb.isPresent() ? diskMb.getAsLong() : null,
                keepFreeMb);
    }
}
