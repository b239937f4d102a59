package org.nocturne.learning.train;

/** Force error over frames: root of the summed squared differences over the root of the summed squared forces. */
public final class ForceError {
    private double squared;
    private double total;

    public void add(double[] predicted, double[] forces) {
        for (int k = 0; k < predicted.length; k++) {
            double d = predicted[k] - forces[k];
            squared += d * d;
            total += forces[k] * forces[k];
        }
    }

    public double relative() {
        return Math.sqrt(squared / total);
    }
}
