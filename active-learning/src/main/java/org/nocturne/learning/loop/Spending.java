package org.nocturne.learning.loop;

/**
 * How acquisition spends independent replicas to learn from.
 *
 * @param where at the temperature whose gate is worst, or at each in turn
 * @param perRound at most, after one round
 * @param replicas at most, in the whole campaign
 * @param stalledRounds in a row after which the campaign stops; 0 for never
 */
public record Spending(Where where, int perRound, int replicas, int stalledRounds) {

    /** Where replicas, and candidates after the first round, go. */
    public enum Where {
        WORST,
        EVENLY
    }

    /** No replica beyond those that the campaign begins with; candidates go where a gate is open. */
    public static Spending none() {
        return new Spending(Where.WORST, 0, 0, 0);
    }
}
