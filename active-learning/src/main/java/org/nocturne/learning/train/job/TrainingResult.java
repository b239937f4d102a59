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
 * @param trainingError relative force error on all training frames
 * @param heldOutError relative force error on all held-out frames
 * @param heldOutErrorByKelvin the same by temperature
 */
public record TrainingResult(
        int steps,
        int bestStep,
        double seconds,
        double stepsPerSecond,
        double trainingError,
        double heldOutError,
        SortedMap<Double, Double> heldOutErrorByKelvin) {

    public TrainingResult {
        heldOutErrorByKelvin = new TreeMap<>(heldOutErrorByKelvin);
    }
}
