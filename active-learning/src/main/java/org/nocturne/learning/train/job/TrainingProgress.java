package org.nocturne.learning.train.job;

/**
 * One line of progress.
 *
 * @param step done so far
 * @param steps planned
 * @param seconds of CPU time of each thread, over all starts
 * @param trainingError relative error, of the force or of the noise, over what was learned from since the line before
 * @param heldOutError the same over a fixed choice of what was held out
 * @param residentMegabytes memory of the process
 */
public record TrainingProgress(
        int step, int steps, double seconds, double trainingError, double heldOutError, long residentMegabytes) {}
