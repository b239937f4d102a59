package org.nocturne.learning.train.job;

/**
 * A frame as a network learns from it.
 *
 * @param layout index of its layout
 * @param heldOut whether it judges rather than teaches
 * @param displacements 3N, angstrom
 * @param forces 3N, eV/angstrom
 * @param linearForces 3N, what the bare force constants give: the network learns the difference
 */
public record LabelledDisplacement(
        int layout, boolean heldOut, double temperatureK, float[] displacements, float[] forces, float[] linearForces) {

    /** Sum over components of the squared forces. */
    public double forceSquare() {
        double sum = 0;
        for (float f : forces) {
            sum += (double) f * f;
        }
        return sum;
    }

    /** Sum over components of the squared residual forces. */
    public double residualSquare() {
        double sum = 0;
        for (int k = 0; k < forces.length; k++) {
            double d = (double) forces[k] - linearForces[k];
            sum += d * d;
        }
        return sum;
    }
}
