package org.nocturne.routes.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wish that a run should stop: by SIGTERM, Ctrl-C, a terminal that is closed, or a word at the control socket. The signals are caught, so
 * that the JVM does not begin to go down while routes still work: ONNX Runtime would take away what an inference is using.
 */
final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final long PATIENCE_SECONDS = 60;

    private enum Caught {
        TERM,
        INT,
        HUP
    }

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch met = new CountDownLatch(1);
    private final Map<Caught, Object> before = new HashMap<>();

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Arrays.stream(Caught.values()).forEach(signal::listenTo);
        return signal;
    }

    private void listenTo(Caught caught) {
        Object replaced = Signals.register(caught.name(), this::wishAndWait);
        if (replaced == null) {
            LOG.warn("this JVM does not let SIG{} be caught: it ends the runner as kill -9 does", caught);
        } else {
            before.put(caught, replaced);
        }
    }

    void wish() {
        wished.countDown();
    }

    /** Whether it has been wished for, after so many milliseconds at most. */
    boolean await(long millis) throws InterruptedException {
        return wished.await(millis, TimeUnit.MILLISECONDS);
    }

    /** In a thread of the signal's own. */
    private void wishAndWait() {
        wish();
        try {
            if (!met.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "the campaign has not stopped within {} s; another signal ends the runner at once, and resume finds what is left",
                        PATIENCE_SECONDS);
                listenNoMore();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended; signals do again what they did before. */
    @Override
    public void close() {
        met.countDown();
        listenNoMore();
    }

    private synchronized void listenNoMore() {
        before.forEach((caught, replaced) -> Signals.unregister(caught.name(), replaced));
        before.clear();
    }
}
