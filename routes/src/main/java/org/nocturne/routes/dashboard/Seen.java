package org.nocturne.routes.dashboard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.report.EnsemblePattern;
import org.nocturne.routes.report.ReportFacts;
import org.nocturne.routes.run.Status;

/**
 * A campaign as the page sees it: its store, what the store does not hold, where it stands.
 *
 * @param dir the campaign folder
 * @param status read from the store anew each time
 * @param pattern the ensemble against the target
 * @param mayOrder whether its runner is this process, which a person with the token may stop
 */
record Seen(
        Path dir,
        Store store,
        ReportFacts facts,
        Supplier<Status> status,
        Supplier<Optional<EnsemblePattern>> pattern,
        boolean mayOrder) {
    /** Patterns that the mean and the band are taken over, the newest: what an hour of a large campaign needs, and a page can be given at once. */
    static final int MOST_PATTERNS = 5000;

    static Seen of(Path dir, Store store, ReportFacts facts, Supplier<Status> status, boolean mayOrder) {
        return new Seen(
                dir,
                store,
                facts,
                Sparing.of(status),
                Sparing.of(() -> EnsemblePattern.of(
                        store.inTransaction(tx -> tx.patterns().newest(MOST_PATTERNS)),
                        facts.target().spectrum(),
                        facts.comparison())),
                mayOrder);
    }
}
