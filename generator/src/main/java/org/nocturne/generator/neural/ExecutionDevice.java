package org.nocturne.generator.neural;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/**
 * Where models run. The CUDA jar lists CUDA even on machines without a GPU, so only trying tells.
 *
 * @param fallback why CUDA was not taken although this build has it; empty otherwise
 */
public record ExecutionDevice(boolean cuda, int threads, String fallback) {

    /** The CPU with the threads of one slot. */
    public static ExecutionDevice cpu(int threads) {
        return new ExecutionDevice(false, threads, "");
    }

    /** CUDA where it starts, otherwise the CPU with the reason in {@link #fallback()}. */
    public static ExecutionDevice best(int threads) {
        if (ai.onnxruntime.OrtEnvironment.getAvailableProviders().contains(ai.onnxruntime.OrtProvider.CUDA)) {
            try (SessionOptions trial = new OrtSession.SessionOptions()) {
                addCuda(trial);
                return new ExecutionDevice(true, threads, "");
            } catch (OrtException e) {
                return new ExecutionDevice(false, threads, "CUDA does not start: " + e.getMessage());
            }
        }
        return cpu(threads);
    }

    public String describe() {
        return cuda ? "cuda:0" : "cpu, " + threads + (threads == 1 ? " thread" : " threads");
    }

    SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.addConfigEntry("session.intra_op.allow_spinning", "0"); // spinning starves the codes next door
        if (cuda) {
            addCuda(options);
        }
        return options;
    }

    /** Without TF32, whose products have ten bits: forces are to be those of the CPU within 1e-4. */
    private static void addCuda(SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("use_tf32", "0");
            options.addCUDA(cuda);
        }
    }
}
