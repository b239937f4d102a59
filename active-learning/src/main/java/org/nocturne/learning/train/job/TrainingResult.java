package org.nocturne.learning.train.job;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a training.
 *
 * @param steps done
 * @param bestStep after which the weights were taken
 * @param seconds of CPU time of each thread, over all starts
 * @param stepsPerSecond of that time, evaluations not counted
 * @param trainingError relative error on what was learned from, or on a part of it
 * @param heldOutError relative error on all that was held out: of the force, or of the noise
 * @param heldOutErrorAt the same by condition: temperature in K, or noise in angstrom
 */
public record TrainingResult(
        int steps,
        int bestStep,
        double seconds,
        double stepsPerSecond,
        double trainingError,
        double heldOutError,
        SortedMap<Double, Double> heldOutErrorAt) {

    public TrainingResult {
        heldOutErrorAt = new TreeMap<>(heldOutErrorAt);
    }
}
