package org.nocturne.routes.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wish that a run should stop: by SIGTERM, Ctrl-C or a word at the control socket. The JVM waits until it has been met. */
final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch met = new CountDownLatch(1);
    private final Thread hook = new Thread(this::wishAndWait, "stop");

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    void wish() {
        wished.countDown();
    }

    /** Whether it has been wished for, after so many milliseconds at most. */
    boolean await(long millis) throws InterruptedException {
        return wished.await(millis, TimeUnit.MILLISECONDS);
    }

    private void wishAndWait() {
        wish();
        try {
            if (!met.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the campaign did not stop within {} s; resume will find what is left", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended. */
    @Override
    public void close() {
        met.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("already going down"); // the hook is what brought us here
        }
    }
}
