package org.nocturne.routes.cli.step;

/** Stops work that would outlive this program unseen, when the program is ended; nothing where the work ends before it. */
public final class EndWithThis implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Thread atExit;

    /** @param stop has what the present thread waits for end soon */
    public EndWithThis(Runnable stop) {
        Thread working = Thread.currentThread();
        atExit = new Thread(() -> {
            stop.run();
            try {
                working.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook is at work.
        }
    }
}
