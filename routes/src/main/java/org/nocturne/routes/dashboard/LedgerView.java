package org.nocturne.routes.dashboard;

import java.util.List;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.store.LedgerTable.Assessment;
import org.nocturne.learning.store.LedgerTable.Row;
import org.nocturne.routes.report.Stage;

/**
 * The variance ledger of the newest round.
 *
 * @param round 0 before the first
 */
record LedgerView(int round, List<Line> lines) {

    /**
     * One judged quantity.
     *
     * @param ideal what a perfect generator has
     * @param deviation from it, where 1 is the edge of the band
     * @param needed samples that would decide it; below 0 where the reference itself is too uncertain
     */
    record Line(
            String stage,
            String quantity,
            double temperatureK,
            double estimate,
            double low,
            double high,
            double bandLow,
            double bandHigh,
            double ideal,
            double deviation,
            int samples,
            int needed,
            String verdict,
            String source) {

        static Line of(Row row) {
            Quantity quantity = Quantity.ofWord(row.quantity());
            return new Line(
                    Stage.inWords(row.stage()),
                    row.part().isEmpty() ? quantity.title() : quantity.title() + ", " + row.part(),
                    row.temperature().value(),
                    row.estimate(),
                    row.low(),
                    row.high(),
                    row.bandLow(),
                    row.bandHigh(),
                    quantity.ideal(),
                    quantity.deviation(row.estimate()),
                    row.samples(),
                    row.needed(),
                    row.verdict(),
                    row.source());
        }
    }

    static LedgerView of(Seen seen) {
        return seen.store().inTransaction(tx -> {
            return new LedgerView(
                    tx.ledger().newestAssessment().map(Assessment::round).orElse(0),
                    tx.ledger().newest().stream().map(Line::of).toList());
        });
    }
}
