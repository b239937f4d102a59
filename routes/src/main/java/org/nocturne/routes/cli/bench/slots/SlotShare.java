package org.nocturne.routes.cli.bench.slots;

import java.util.List;

/**
 * The part of the time of all slots in which a program was at work.
 *
 * @param tasks that were looked at
 * @param seconds from the begin of the first to the begin of the last: as long as there was work for every slot
 * @param share between 0 and 1
 * @param betweenMillis from the end of one task to the begin of the next in its slot, the mean
 */
public record SlotShare(int tasks, double seconds, double share, double betweenMillis) {

    /** How many are done in a minute. */
    public double perMinute() {
        return 60 * tasks / seconds;
    }

    /**
     * From when to when a task was at work.
     *
     * @param from seconds since 1970
     */
    record Run(double from, double to) {}

    /**
     * Of tasks that filled the slots one after the other.
     *
     * @throws IllegalArgumentException of fewer than two tasks for each slot: then no slot was filled anew
     */
    static SlotShare of(List<Run> runs, int slots) {
        if (runs.size() < 2 * slots) {
            throw new IllegalArgumentException(
                    runs.size() + " tasks on " + slots + " slots; wanted are at least two for each");
        }
        double begin = runs.stream().mapToDouble(Run::from).min().orElseThrow();
        double end = runs.stream().mapToDouble(Run::from).max().orElseThrow();
        double worked = runs.stream()
                .mapToDouble(run -> Math.max(0, Math.min(run.to, end) - run.from))
                .sum();
        double idle = slots * (end - begin) - worked;
        return new SlotShare(
                runs.size(), end - begin, worked / (slots * (end - begin)), 1000 * idle / (runs.size() - slots));
    }
}
