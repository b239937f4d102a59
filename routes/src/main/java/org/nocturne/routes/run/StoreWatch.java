package org.nocturne.routes.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs something aside and looks meanwhile whether the store still answers: H2 that has closed itself may hold whoever asks it something, for ever. */
final class StoreWatch {
    private static final long LOOK_SECONDS = 2;

    private StoreWatch() {}

    /**
     * What it returns.
     *
     * @param lost what is to be thrown, where the store does not answer; null while it does, or none is open
     * @throws Exception of the work, or {@code lost}: then the work is left behind
     */
    static <T> T watched(Callable<T> work, Supplier<@Nullable StoreLostException> lost) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "campaign");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get(LOOK_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                StoreLostException gone = lost.get();
                if (gone != null && !task.isDone()) {
                    throw gone;
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
