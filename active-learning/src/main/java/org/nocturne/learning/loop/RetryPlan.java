package org.nocturne.learning.loop;

/**
 * How much a campaign spends on attempts that do otherwise than the first.
 *
 * @param perSubject corrected attempts of one candidate, replica or start structure, over all its steps
 * @param inAll corrected attempts of the campaign
 * @param mostTime factor of the time limit beyond which it never grows; 1 where it does not grow
 * @param mostMemory the same of the memory
 */
public record RetryPlan(int perSubject, int inAll, double mostTime, double mostMemory) {

    public RetryPlan {
        if (perSubject < 0 || inAll < 0 || mostTime < 1 || mostMemory < 1) {
            throw new IllegalArgumentException("corrected attempts are " + perSubject + " for one and " + inAll
                    + " in all, and time and memory grow to " + mostTime + " and " + mostMemory
                    + " times; wanted are 0 or more, and 1 or more");
        }
    }

    /** What failed by itself is left failed. */
    public static RetryPlan none() {
        return new RetryPlan(0, 0, 1, 1);
    }
}
