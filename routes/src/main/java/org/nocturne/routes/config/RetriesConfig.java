package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.RetryPlan;

/**
 * How much is spent on attempts that do otherwise than the one that failed.
 *
 * @param perSubject corrected attempts of one candidate, replica or start structure
 * @param inAll corrected attempts of the campaign
 * @param timeLimitMinutes to which the time limit of a job may grow; absent: to twice its own on this machine, and not at all on a cluster,
 *     whose queue may refuse it
 * @param memoryMb to which the memory of a cluster's job may grow; absent: not at all
 */
public record RetriesConfig(
        @JsonProperty("per-subject") Integer perSubject,
        @JsonProperty("in-all") Integer inAll,
        @JsonProperty("time-limit-minutes") @Nullable Double timeLimitMinutes,
        @JsonProperty("memory-mb") @Nullable Integer memoryMb) {
    private static final int PER_SUBJECT = 4;
    private static final int IN_ALL = 100;
    private static final double USUAL_GROWTH = 2;

    public RetriesConfig {
        perSubject = Wanted.atLeast("per-subject", Wanted.orElse(perSubject, PER_SUBJECT), 0);
        inAll = Wanted.atLeast("in-all", Wanted.orElse(inAll, IN_ALL), 0);
    }

    static RetriesConfig usual() {
        return new RetriesConfig(PER_SUBJECT, IN_ALL, null, null);
    }

    /** What grows must not be smaller than what it grows from. */
    void requireFor(CodeConfig code, LauncherConfig launcher) {
        if (timeLimitMinutes != null && timeLimitMinutes < code.timeLimitMinutes()) {
            throw new ConfigValueException(
                    "retries.time-limit-minutes",
                    "is " + timeLimitMinutes + "; it must be at least code.time-limit-minutes, "
                            + code.timeLimitMinutes());
        }
        Integer reserved = launcher.memoryMb();
        if (memoryMb != null && (reserved == null || memoryMb < reserved)) {
            throw new ConfigValueException(
                    "retries.memory-mb",
                    "is " + memoryMb + "; it must be at least launcher.memory-mb, which is "
                            + (reserved == null ? "not given" : reserved));
        }
    }

    /** Of a second code, whose time may grow to twice its own on this machine and not at all on a cluster. */
    public RetryPlan planOfAudit(LauncherConfig launcher) {
        return new RetryPlan(perSubject, inAll, launcher.isSlurm() ? 1 : USUAL_GROWTH, 1);
    }

    public RetryPlan plan(CodeConfig code, LauncherConfig launcher) {
        double usual = launcher.isSlurm() ? 1 : USUAL_GROWTH;
        Integer reserved = launcher.memoryMb();
        return new RetryPlan(
                perSubject,
                inAll,
                timeLimitMinutes == null ? usual : timeLimitMinutes / code.timeLimitMinutes(),
                memoryMb == null || reserved == null ? 1 : (double) memoryMb / reserved);
    }
}
