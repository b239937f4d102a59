package org.nocturne.core.work;

import java.util.Set;

/**
 * A correction that may help after a failure, and its limit.
 *
 * @param steps at which it is of use
 * @param atMost how often it is made for one step of one subject
 */
public record Remedy(Correction correction, Set<Step> steps, int atMost) {

    public Remedy {
        steps = Set.copyOf(steps);
        if (steps.isEmpty() || atMost < 1) {
            throw new IllegalArgumentException("a correction for the steps " + steps + ", at most " + atMost
                    + " times; wanted are a step and once at least");
        }
    }
}
