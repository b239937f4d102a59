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
 * improvement; float64 best error, CPU seconds, seconds of steps alone; four arrays of float32: weights, both moments, best weights.
 */
final class Checkpoint {
    private static final int HEAD_BYTES = 40;

    int stepsPlanned;
    int bestStep;
    int waited;
    double bestError = Double.POSITIVE_INFINITY;
    double cpuSeconds;
    double stepSeconds;
    final Adam.State optimiser;
    final float[] best;

    Checkpoint(float[] weights) {
        this(new Adam.State(weights), weights.clone());
    }

    private Checkpoint(Adam.State optimiser, float[] best) {
        this.optimiser = optimiser;
        this.best = best;
    }

    int stepsDone() {
        return optimiser.steps;
    }

    /** @param parameters how many weights are wanted */
    static Optional<Checkpoint> read(Path file, int parameters) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() != HEAD_BYTES + 16 * parameters) {
            throw new IOException(file + ": has " + in.remaining() + " bytes; a checkpoint of " + parameters
                    + " parameters has " + (HEAD_BYTES + 16 * parameters));
        }
        int planned = in.getInt();
        int done = in.getInt();
        int bestStep = in.getInt();
        int waited = in.getInt();
        double bestError = in.getDouble();
        double cpu = in.getDouble();
        double stepSeconds = in.getDouble();
        float[][] arrays = new float[4][parameters];
        for (float[] array : arrays) {
            in.asFloatBuffer().get(array);
            in.position(in.position() + 4 * parameters);
        }
        Checkpoint out = new Checkpoint(new Adam.State(arrays[0], arrays[1], arrays[2], done), arrays[3]);
        out.stepsPlanned = planned;
        out.bestStep = bestStep;
        out.waited = waited;
        out.bestError = bestError;
        out.cpuSeconds = cpu;
        out.stepSeconds = stepSeconds;
        return Optional.of(out);
    }

    void write(Path file) {
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + 16 * best.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(stepsPlanned).putInt(stepsDone()).putInt(bestStep).putInt(waited);
        out.putDouble(bestError).putDouble(cpuSeconds).putDouble(stepSeconds);
        for (float[] array : new float[][] {optimiser.weights, optimiser.mean, optimiser.square, best}) {
            out.asFloatBuffer().put(array);
            out.position(out.position() + 4 * array.length);
        }
        WorkFiles.writeAside(file, out.array());
    }
}
