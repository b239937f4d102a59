package org.nocturne.generator.neural;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One ONNX file, open; inputs and outputs as plain arrays. */
final class OnnxSession implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String where;

    /** Opens a file whose hash the caller has checked. */
    OnnxSession(Path file, ExecutionDevice device) {
        where = file.toString();
        try {
            environment = DeepStack.call(OrtException.class, OrtEnvironment::getEnvironment);
            try (OrtSession.SessionOptions options = device.options()) {
                session = DeepStack.call(OrtException.class, () -> environment.createSession(file.toString(), options));
            }
        } catch (OrtException e) {
            throw new ModelException(file + ": ONNX Runtime cannot load this model: " + e.getMessage(), e);
        }
    }

    /** What goes into one run; closes what it holds. */
    final class Inputs implements AutoCloseable {
        private final Map<String, OnnxTensor> tensors = new HashMap<>();

        Inputs floats(String name, float[] values, long... shape) {
            return put(name, () -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
        }

        Inputs longs(String name, long[] values, long... shape) {
            return put(name, () -> OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
        }

        private Inputs put(String name, Creation creation) {
            try {
                tensors.put(name, creation.create());
                return this;
            } catch (OrtException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private interface Creation {
        OnnxTensor create() throws OrtException;
    }

    Inputs inputs() {
        return new Inputs();
    }

    /**
     * Runs the graph; inputs that it does not have are left out.
     *
     * @param output its name
     * @param length how many numbers it has
     */
    double[] run(Inputs inputs, String output, int length) {
        Map<String, OnnxTensor> taken = new HashMap<>(inputs.tensors);
        taken.keySet().retainAll(session.getInputNames());
        try (OrtSession.Result result = session.run(taken)) {
            OnnxTensor found = (OnnxTensor) result.get(output)
                    .orElseThrow(() -> new ModelException(where + ": has no output '" + output + "'"));
            FloatBuffer buffer = found.getFloatBuffer();
            double[] out = new double[length];
            for (int k = 0; k < out.length; k++) {
                out[k] = buffer.get(k);
            }
            return out;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private ModelException failed(OrtException e) {
        return new ModelException(where + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException(where + ": could not be closed: " + e.getMessage(), e);
        }
    }
}
