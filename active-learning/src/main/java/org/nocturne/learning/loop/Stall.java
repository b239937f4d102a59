package org.nocturne.learning.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nocturne.learning.store.RoundVerdict;
import org.nocturne.learning.store.Transaction;
import org.nocturne.learning.trend.Trend;

/**
 * Rounds in a row that brought no progress. Counted since the campaign last began or ended in order, so that a person who resumes one that
 * was stopped for it gets further rounds; a crash does not count as an end.
 */
final class Stall {
    private Stall() {}

    /** The newest rounds that were judged as stalled without another in between. */
    static int roundsInARow(Transaction tx) {
        List<RoundVerdict> recent = recent(tx);
        int rounds = 0;
        while (rounds < recent.size()
                && recent.get(recent.size() - 1 - rounds).trend().equals(Trend.STALLED.word())) {
            rounds++;
        }
        return rounds;
    }

    /** Why the campaign is to stop, if it is. */
    static Optional<String> stops(Transaction tx) {
        return tx.verdicts()
                .newest()
                .filter(v -> !v.at().isBefore(since(tx)))
                .filter(v -> v.action().equals(NextAction.Kind.STOP.word()))
                .map(RoundVerdict::because);
    }

    private static Instant since(Transaction tx) {
        return tx.events().latest("run").orElse(Instant.EPOCH);
    }

    private static List<RoundVerdict> recent(Transaction tx) {
        Instant since = since(tx);
        return tx.verdicts().all().stream().filter(v -> !v.at().isBefore(since)).toList();
    }
}
