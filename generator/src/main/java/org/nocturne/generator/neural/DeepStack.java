package org.nocturne.generator.neural;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs something on a thread with a deep stack. ONNX Runtime 1.29.0 matches the command line of the process with a recursive regular
 * expression when its environment is made: about 8 kB of class path overflow the 1 MB stack of an ordinary thread, and the JVM is gone
 * without a word.
 */
final class DeepStack {
    private static final long STACK_BYTES = 256L << 20; // reserved, not used, until it is needed

    private DeepStack() {}

    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Waits for the result. */
    static <T, E extends Exception> T call(Class<E> expected, Work<T, E> work) throws E {
        FutureTask<T> task = new FutureTask<>(work::run);
        new Thread(null, task, "onnx-open", STACK_BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                throw expected.cast(e.getCause());
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a model was opened", e);
        }
    }
}
