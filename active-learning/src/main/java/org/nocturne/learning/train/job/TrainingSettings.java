package org.nocturne.learning.train.job;

import org.nocturne.learning.train.network.Architecture;

/**
 * How a network is trained.
 *
 * @param dataSha256 of the file that is learned from
 * @param steps of the optimiser; 0: as many as fit into {@code minutes}
 * @param minutes of CPU time of each thread, by which the number of steps is set once, at the start
 * @param threads of libtorch
 * @param seed of the first weights and of the order of frames
 * @param batch frames in one step; for a denoiser, atoms at least
 * @param learningRate at the start; it falls to nothing along a cosine
 * @param gradientNorm to which a longer gradient is shortened
 * @param averaging how much of the running average of the weights is kept in a step, below 1; the averaged weights are judged and taken.
 *     0: no average
 * @param evaluations on held-out frames, spread evenly over the steps
 * @param patience evaluations without an improvement after which training ends
 */
public record TrainingSettings(
        Architecture shape,
        String dataSha256,
        int steps,
        double minutes,
        int threads,
        long seed,
        int batch,
        double learningRate,
        double gradientNorm,
        double averaging,
        int evaluations,
        int patience) {

    public TrainingSettings {
        if (steps < 0 || steps == 0 && !(minutes > 0)) {
            throw new IllegalArgumentException("found " + steps + " steps and " + minutes
                    + " minutes; wanted is a number of steps or of minutes above 0");
        }
        if (threads < 1 || batch < 1 || evaluations < 1 || patience < 1) {
            throw new IllegalArgumentException("found " + threads + " threads, batch " + batch + ", " + evaluations
                    + " evaluations, patience " + patience + "; each must be at least 1");
        }
        if (!(averaging >= 0 && averaging < 1)) {
            throw new IllegalArgumentException("averaging is " + averaging + "; it must lie in [0, 1)");
        }
        if (!(learningRate > 0) || !(gradientNorm > 0)) {
            throw new IllegalArgumentException("learning rate is " + learningRate + ", longest gradient " + gradientNorm
                    + "; both must be above 0");
        }
    }
}
