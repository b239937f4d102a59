package org.nocturne.routes.cli.bench.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;

/**
 * Makes the store of a campaign that was run as large as that of many nights: candidates that were labelled, some that failed, with their jobs,
 * frames, labels and lines of the log. They have no files and no patterns.
 */
public final class ManyCandidates {
    /** One in so many fails. */
    private static final int FAILS = 50;

    private static final int OF_A_ROUND = 24;
    private static final int AT_ONCE = 500;
    private static final Duration APART = Duration.ofSeconds(1);
    private static final double ENERGY_EV = -4300;
    private static final StoredFile FILE = new StoredFile("candidates/c0001-proposal.extxyz", "0".repeat(64));
    private static final Method METHOD = new Method("none", "1", "none", "made for a bench");
    private static final Effort EFFORT = new Effort(Duration.ofSeconds(1), 1);

    private ManyCandidates() {}

    /**
     * Adds them as if they had come one a second up to now, for a page tells of the last hour.
     *
     * @param dir of a campaign that nobody runs, whose store is inside
     * @param known how many there are
     * @param wanted how many there are to be
     */
    public static void add(Path dir, int known, int wanted) {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.now().minus(APART.multipliedBy(wanted - known)));
        InstantSource source = time::get;
        try (Store store = Store.openInside(dir, source.withZone(ZoneOffset.UTC))) {
            for (int from = known; from < wanted; from += AT_ONCE) {
                int to = Math.min(wanted, from + AT_ONCE);
                add(store, from, to);
                time.updateAndGet(now -> now.plus(APART.multipliedBy(AT_ONCE)));
            }
        }
    }

    /**
     * Adds them at the time that it is.
     *
     * @param known how many there are
     * @param wanted how many there are to be
     */
    public static void add(Store store, int known, int wanted) {
        for (int first = known + 1; first <= wanted; first += AT_ONCE) {
            int from = first;
            int to = Math.min(wanted, first + AT_ONCE - 1);
            store.inTransaction(tx -> {
                for (int id = from; id <= to; id++) {
                    add(tx, id);
                }
                return to;
            });
        }
    }

    /** A whole life, from its proposal to its label or its failure. */
    static void add(Transaction tx, int id) {
        Subject subject = Subject.candidate(id);
        tx.candidates().insert(id, 1 + (id - 1) / OF_A_ROUND, Kelvin.of(300), 1, id, FILE);
        tx.jobs().enqueue(subject, Step.RELAX);
        tell(tx, "propose", subject);
        Job relax = claimed(tx, Step.RELAX);
        tell(tx, "relax", subject);
        if (id % FAILS == 0) {
            tx.jobs().end(relax, Job.State.FAILED, Cause.NOT_FINITE, "made for a bench", null, EFFORT);
            return;
        }
        tx.jobs().end(relax, Job.State.DONE, null, null, METHOD, EFFORT);
        tx.candidates().relaxed(id, ENERGY_EV, FILE, ENERGY_EV);
        long frame = tx.frames().insert(subject, 0, Role.CANDIDATE, Kelvin.of(300), FILE);
        tx.jobs().enqueue(subject, Step.LABEL);
        Job label = claimed(tx, Step.LABEL);
        tx.jobs().end(label, Job.State.DONE, null, null, METHOD, EFFORT);
        tx.frames().label(frame, METHOD, label.id(), ENERGY_EV, 1);
        tell(tx, "label", subject);
    }

    private static Job claimed(Transaction tx, Step step) {
        List<Job> claimed = tx.jobs().claim(step, 1, null);
        return claimed.get(0);
    }

    private static void tell(Transaction tx, String step, Subject subject) {
        tx.events().append(Event.Level.INFO, step, Map.of("cand", subject.name()));
    }
}
