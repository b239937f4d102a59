package org.nocturne.routes.cli.bench.dashboard;

import java.util.Map;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/** Makes the store of a campaign that was run as large as that of many nights: candidates that wait, with a job and a line of the log each. */
public final class ManyCandidates {
    private static final int AT_ONCE = 1000;
    private static final StoredFile FILE = new StoredFile("candidates/c0001-proposal.extxyz", "0".repeat(64));

    private ManyCandidates() {}

    /**
     * Adds them.
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
                    Subject subject = Subject.candidate(id);
                    tx.candidates().insert(id, 1, Kelvin.of(300), 1, id, FILE);
                    tx.jobs().enqueue(subject, Step.RELAX);
                    tx.events().append(Event.Level.INFO, "propose", Map.of("cand", subject.name()));
                }
                return to;
            });
        }
    }
}
