package org.nocturne.learning.train.job;

/**
 * One line of progress.
 *
 * @param step done so far
 * @param steps planned
 * @param seconds of CPU time of each thread, over all starts
 * @param trainingError relative force error over the frames learned from since the line before
 * @param heldOutError relative force error over a fixed choice of held-out frames
 * @param residentMegabytes memory of the process
 */
public record TrainingProgress(
        int step, int steps, double seconds, double trainingError, double heldOutError, long residentMegabytes) {}
