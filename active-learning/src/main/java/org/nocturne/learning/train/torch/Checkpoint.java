package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.learning.train.job.WorkFiles;

/**
 * All that a training needs to go on where it was: little endian, int32 steps planned, steps done, best step, evaluations without an
 * improvement; float64 best error, CPU seconds, seconds of steps alone; five arrays of float32: weights, both moments, the running
 * average of the weights, best weights.
 */
final class Checkpoint {
    private static final int HEAD_BYTES = 40;
    private static final int ARRAYS = 5;
    private static final int YOUNG =
            20; // steps over which the average forgets faster, or it would hold on to the first weights

    int stepsPlanned;
    int bestStep;
    int waited;
    double bestError = Double.POSITIVE_INFINITY;
    double cpuSeconds;
    double stepSeconds;
    final Adam.State optimiser;
    final float[] average;
    final float[] best;

    Checkpoint(float[] weights) {
        this(new Adam.State(weights), weights.clone(), weights.clone());
    }

    private Checkpoint(Adam.State optimiser, float[] average, float[] best) {
        this.optimiser = optimiser;
        this.average = average;
        this.best = best;
    }

    int stepsDone() {
        return optimiser.steps;
    }

    /** Takes the present weights into the average: a <- d a + (1 - d) w with d = min(decay, steps/(steps + 20)). */
    void average(double decay) {
        if (decay > 0) {
            double d = Math.min(decay, stepsDone() / (stepsDone() + (double) YOUNG));
            for (int k = 0; k < average.length; k++) {
                average[k] = (float) (d * average[k] + (1 - d) * optimiser.weights[k]);
            }
        }
    }

    /** The weights that are judged: their average, where one is asked for. */
    float[] averaged(double decay) {
        return decay > 0 ? average : optimiser.weights;
    }

    /** @param parameters how many weights are wanted */
    static Optional<Checkpoint> read(Path file, int parameters) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int wanted = HEAD_BYTES + 4 * ARRAYS * parameters;
        if (in.remaining() != wanted) {
            throw new IOException(file + ": has " + in.remaining() + " bytes; a checkpoint of " + parameters
                    + " parameters has " + wanted);
        }
        int planned = in.getInt();
        int done = in.getInt();
        int bestStep = in.getInt();
        int waited = in.getInt();
        double bestError = in.getDouble();
        double cpu = in.getDouble();
        double stepSeconds = in.getDouble();
        float[][] arrays = new float[ARRAYS][parameters];
        for (float[] array : arrays) {
            in.asFloatBuffer().get(array);
            in.position(in.position() + 4 * parameters);
        }
        Checkpoint out = new Checkpoint(new Adam.State(arrays[0], arrays[1], arrays[2], done), arrays[3], arrays[4]);
        out.stepsPlanned = planned;
        out.bestStep = bestStep;
        out.waited = waited;
        out.bestError = bestError;
        out.cpuSeconds = cpu;
        out.stepSeconds = stepSeconds;
        return Optional.of(out);
    }

    void write(Path file) {
        ByteBuffer out =
                ByteBuffer.allocate(HEAD_BYTES + 4 * ARRAYS * best.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(stepsPlanned).putInt(stepsDone()).putInt(bestStep).putInt(waited);
        out.putDouble(bestError).putDouble(cpuSeconds).putDouble(stepSeconds);
        for (float[] array : new float[][] {optimiser.weights, optimiser.mean, optimiser.square, average, best}) {
            out.asFloatBuffer().put(array);
            out.position(out.position() + 4 * array.length);
        }
        WorkFiles.writeAside(file, out.array());
    }
}
