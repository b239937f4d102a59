package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.loop.Assessment;

/**
 * The gate of the proposals that was farthest from its ideal after a round, of those that are decided: chance alone puts the others far out.
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
                    .filter(r -> r.stage().equals(Assessment.PROPOSAL)
                            && !r.verdict().equals(Verdict.UNDECIDED.word()))
                    .forEach(r -> worst.merge(
                            r.temperature(), Quantity.ofWord(r.quantity()).deviation(r.estimate()), Math::max));
            worst.forEach((t, deviation) ->
                    out.computeIfAbsent(t, k -> new ArrayList<>()).add(new WorstGate(t, round, deviation)));
        });
        return out;
    }
}
