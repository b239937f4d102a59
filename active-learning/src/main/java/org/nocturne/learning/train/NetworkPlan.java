package org.nocturne.learning.train;

/**
 * What a person decides about a network.
 *
 * @param channels vectors and scalars on each atom
 * @param layers rounds of messages; each reaches one cut-off further
 * @param minutes of CPU time of each thread, by which the number of steps is set at the start
 * @param steps instead of minutes; 0 where the minutes say how many
 * @param threads of the training
 * @param seed of first weights and order of frames
 */
public record NetworkPlan(int channels, int layers, double minutes, int steps, int threads, long seed) {
    static final int RADIAL_FUNCTIONS = 12;
    /** Frames in a step. */
    public static final int BATCH = 4;

    static final double LEARNING_RATE = 5e-3;
    static final double GRADIENT_NORM = 2;

    /** On held-out frames, spread evenly over a training. */
    public static final int EVALUATIONS = 40;

    /** Evaluations without an improvement after which training ends: three eighths of all of them. */
    public static final int PATIENCE = 15;

    public NetworkPlan {
        if (channels < 1 || layers < 1 || threads < 1) {
            throw new IllegalArgumentException("found " + channels + " channels, " + layers + " layers, " + threads
                    + " threads; at least 1 of each is wanted");
        }
        if (steps < 0 || steps == 0 && !(minutes > 0)) {
            throw new IllegalArgumentException(
                    "found " + minutes + " minutes and " + steps + " steps; one of them must be above 0");
        }
    }
}
