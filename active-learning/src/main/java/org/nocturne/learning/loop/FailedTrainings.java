package org.nocturne.learning.loop;

import java.io.IOException;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

/**
 * Keeps that a training gave no version: the one in office stays, and the campaign goes on. The same data is given {@link #ATTEMPTS}
 * attempts; then only more of it makes a retraining due.
 */
final class FailedTrainings {
    /** One that was killed goes on from its checkpoint; one that fails twice would fail again. */
    static final int ATTEMPTS = 2;

    private static final int MOST_OF_A_REASON = 1000;

    private final CampaignPlan plan;
    private final Store store;

    FailedTrainings(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** Whether nothing new can come of this data. */
    boolean areEnough(String dataSha256) {
        return store.inTransaction(tx -> tx.failedTrainings().attempts(dataSha256)) >= ATTEMPTS;
    }

    /** Keeps it with its event. What is wrong with a file or its disk is no fault of the training, and is thrown on. */
    void keep(Retraining.Make make, RuntimeException problem) {
        if (isOfAFile(problem)) {
            throw problem;
        }
        String why = cut(String.valueOf(problem.getMessage()));
        store.inTransaction(tx -> {
            tx.failedTrainings().insert(make.dataSha256(), make.frames(), make.firedBy(), why);
            boolean again = tx.failedTrainings().attempts(make.dataSha256()) < ATTEMPTS;
            Fields fields = Fields.of(plan)
                    .with("model", "v" + make.version())
                    .with("by", make.firedBy())
                    .with("frames", make.frames())
                    .with("data", make.dataSha256().substring(0, 12))
                    .word("failed")
                    .with("again", again ? "yes" : "no")
                    .said("why", why);
            tx.events().append(Event.Level.WARN, "retrain", fields.map());
            return null;
        });
    }

    private static boolean isOfAFile(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** What the store has room for. */
    static String cut(String message) {
        return message.substring(0, Math.min(message.length(), MOST_OF_A_REASON));
    }
}
