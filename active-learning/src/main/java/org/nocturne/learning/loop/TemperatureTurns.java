package org.nocturne.learning.loop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/**
 * Which temperature the next candidate is for: that with the fewest candidates of the present model, of those not in quarantine. Unless all are to be served evenly, a
 * temperature at which every gate of the proposals has passed stands back while another has one open.
 */
final class TemperatureTurns {
    private final CampaignPlan plan;
    private final Store store;

    TemperatureTurns(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** @param modelVersion of the proposer; null where nothing learned proposes */
    Kelvin next(@Nullable Integer modelVersion) {
        return store.inTransaction(tx -> next(tx, modelVersion));
    }

    Kelvin next(Transaction tx, @Nullable Integer modelVersion) {
        List<Kelvin> ready = Temperatures.ready(plan, tx);
        if (ready.size() == 1) {
            return ready.get(0);
        }
        List<Kelvin> all = Quarantines.free(tx, ready);
        Map<Kelvin, Integer> served = tx.candidates().countByTemperature(modelVersion);
        List<LedgerTable.Row> ledger = tx.ledger().newest();
        List<Kelvin> open =
                all.stream().filter(t -> !hasPassed(t, served, ledger)).toList();
        boolean allAlike = open.isEmpty() || plan.spending().where() == Spending.Where.EVENLY;
        return (allAlike ? all : open)
                .stream()
                        .min(Comparator.comparingInt(t -> served.getOrDefault(t, 0)))
                        .orElseThrow();
    }

    /** With no more samples than the present model has had there: a new one is judged afresh. */
    private static boolean hasPassed(Kelvin t, Map<Kelvin, Integer> served, List<LedgerTable.Row> ledger) {
        List<LedgerTable.Row> lines = ledger.stream()
                .filter(r ->
                        r.stage().equals(Assessment.PROPOSAL) && r.temperature().equals(t))
                .toList();
        return !lines.isEmpty()
                && lines.stream()
                        .allMatch(r ->
                                r.verdict().equals(Verdict.PASS.word()) && r.samples() <= served.getOrDefault(t, 0));
    }
}
