package org.nocturne.learning.train.denoiser;

/**
 * What a person decides about a denoiser.
 *
 * @param channels vectors and scalars on each atom
 * @param layers rounds of messages; each reaches one cut-off further
 * @param cutoffAngstrom within which all neighbours are seen; 0: so that it holds twenty of them on average
 * @param leastNoiseAngstrom smallest sigma that is learned
 * @param mostNoiseAngstrom largest
 * @param minutes of CPU time of each thread, by which the number of steps is set at the start
 * @param steps instead of minutes; 0 where the minutes say how many
 * @param threads of the training
 * @param seed of the first weights, the order of structures and the noise
 */
public record DenoiserPlan(
        int channels,
        int layers,
        double cutoffAngstrom,
        double leastNoiseAngstrom,
        double mostNoiseAngstrom,
        double minutes,
        int steps,
        int threads,
        long seed) {
    static final int RADIAL_FUNCTIONS = 16;
    static final int NOISE_FUNCTIONS = 8;
    static final double NEIGHBOURS = 20;
    static final int BATCH_ATOMS = 432;
    static final double LEARNING_RATE = 3e-3;
    static final double GRADIENT_NORM = 2;
    static final double AVERAGING = 0.995;
    static final int EVALUATIONS = 40;
    static final int PATIENCE = 15;

    public DenoiserPlan {
        if (channels < 1 || layers < 1 || threads < 1) {
            throw new IllegalArgumentException("found " + channels + " channels, " + layers + " layers, " + threads
                    + " threads; at least 1 of each is wanted");
        }
        if (steps < 0 || steps == 0 && !(minutes > 0)) {
            throw new IllegalArgumentException(
                    "found " + minutes + " minutes and " + steps + " steps; one of them must be above 0");
        }
        if (!(cutoffAngstrom >= 0)) {
            throw new IllegalArgumentException("cut-off is " + cutoffAngstrom + " angstrom; above 0 is wanted");
        }
    }
}
