package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.SortedMap;
import org.nocturne.learning.train.network.ParameterLayout;

/** A lesson that ends the training at a step, as if the machine had failed. */
record DyingLesson(Lesson lesson, int at) implements Lesson {

    @Override
    public ParameterLayout parameters() {
        return lesson.parameters();
    }

    @Override
    public void gradient(float[] weights, int step, float[] into) throws IOException {
        if (at > 0 && step == at) {
            throw new IllegalStateException("interrupted");
        }
        lesson.gradient(weights, step, into);
    }

    @Override
    public double takeError() {
        return lesson.takeError();
    }

    @Override
    public double judge(float[] weights) throws IOException {
        return lesson.judge(weights);
    }

    @Override
    public double trainingError(float[] weights) throws IOException {
        return lesson.trainingError(weights);
    }

    @Override
    public double heldOutError(float[] weights) throws IOException {
        return lesson.heldOutError(weights);
    }

    @Override
    public SortedMap<Double, Double> heldOutErrorAt(float[] weights) throws IOException {
        return lesson.heldOutErrorAt(weights);
    }
}
