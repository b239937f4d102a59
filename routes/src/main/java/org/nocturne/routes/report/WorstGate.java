package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.loop.Assessment;
import org.nocturne.learning.store.LedgerTable;

/**
 * The gate of the proposals that was farthest from its ideal after a round.
 *
 * @param deviation 1 is the edge of its band
 */
record WorstGate(Kelvin temperature, int round, double deviation) {

    /** By temperature, in the order of the rounds. */
    static Map<Kelvin, List<WorstGate>> of(CampaignRecord record) {
        Map<Kelvin, List<WorstGate>> out = new TreeMap<>();
        record.ledgers().forEach((round, rows) -> {
            Map<Kelvin, Double> worst = new TreeMap<>();
            rows.stream()
                    .filter(r -> r.stage().equals(Assessment.PROPOSAL))
                    .forEach(r -> worst.merge(r.temperature(), deviation(r), Math::max));
            worst.forEach((t, deviation) ->
                    out.computeIfAbsent(t, k -> new ArrayList<>()).add(new WorstGate(t, round, deviation)));
        });
        return out;
    }

    /** 0 where there is no estimate yet. */
    private static double deviation(LedgerTable.Row row) {
        double deviation = Quantity.ofWord(row.quantity()).deviation(row.estimate());
        return Double.isFinite(deviation) ? deviation : 0;
    }
}
