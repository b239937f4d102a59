package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.SortedMap;
import org.nocturne.learning.train.network.ParameterLayout;

/**
 * What a training is about: the loss whose gradient is followed, and the errors by which weights are judged. Errors are relative: 0 is
 * perfect, 1 knows nothing. Nothing may depend on anything but weights and step, or an interrupted training could not be repeated.
 */
interface Lesson {

    ParameterLayout parameters();

    /** Writes the gradient of the loss in a step, counted from 0. */
    void gradient(float[] weights, int step, float[] into) throws IOException;

    /** The error over the steps since the last call. */
    double takeError();

    /** The error on a fixed choice of what was held out, small enough to be asked for often. */
    double judge(float[] weights) throws IOException;

    /** The error on what is learned from, or on a part of it. */
    double trainingError(float[] weights) throws IOException;

    /** The error on all that was held out. */
    double heldOutError(float[] weights) throws IOException;

    /** The same by condition: a temperature in K, a noise in angstrom. */
    SortedMap<Double, Double> heldOutErrorAt(float[] weights) throws IOException;
}
