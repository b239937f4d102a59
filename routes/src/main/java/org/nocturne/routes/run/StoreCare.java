package org.nocturne.routes.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.store.Backup;
import org.nocturne.learning.store.Backups;
import org.nocturne.learning.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cares for the H2 file of the runner that leads: has it reach the disk every second, and takes a backup now and then and after each round. A full
 * disk gets no backup, and one that fails is tried again when the next is due.
 */
final class StoreCare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCare.class);
    private static final long SYNC_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 60;

    private final Store store;
    private final Backups backups;
    private final Budget budget;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread caring = new Thread(task, "store care");
        caring.setDaemon(true);
        return caring;
    });
    private Optional<Instant> judged = Optional.empty();
    private long takenNanos;
    /** False until the first one, which is not waited for: a loss of power may come soon. */
    private boolean taken;

    private boolean silent;

    private StoreCare(Store store, Backups backups, Budget budget, Duration every) {
        this.store = store;
        this.backups = backups;
        this.budget = budget;
        this.every = every;
    }

    /** @param every time between backups; zero for none */
    static StoreCare begin(Store store, Backups backups, Budget budget, Duration every) {
        StoreCare care = new StoreCare(store, backups, budget, every);
        care.thread.scheduleWithFixedDelay(care::look, 0, SYNC_MILLIS, TimeUnit.MILLISECONDS);
        return care;
    }

    private Optional<Instant> lastJudgement() {
        return store.inTransaction(tx -> tx.events().latest("assess"));
    }

    private void look() {
        try {
            store.sync();
            if (isDue() && budget.hasRoom()) {
                taken = true;
                takenNanos = System.nanoTime();
                judged = lastJudgement();
                backups.take(store).map(Backup::file).ifPresent(file -> LOG.debug("{}: the store as it is now", file));
            }
            silent = false;
        } catch (RuntimeException e) {
            if (!silent) { // once, and not every second
                LOG.warn("the store is not cared for: {}", e.getMessage());
            }
            silent = true;
        }
    }

    private boolean isDue() {
        return !every.isZero()
                && (!taken
                        || System.nanoTime() - takenNanos >= every.toNanos()
                        || !lastJudgement().equals(judged));
    }

    /** Leaves everything as it is: the store does not answer. */
    void abandon() {
        thread.shutdownNow();
    }

    /** A look that is under way is waited for and never interrupted: an interrupt closes the file of an H2 store under it. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the last look at the store is not done after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
