package org.nocturne.learning.loop;

import java.util.Locale;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.LedgerTable;

/** Lines of the ledger as rows of the store, and back. */
final class LedgerRows {
    private LedgerRows() {}

    static LedgerTable.Row row(Judgement line) {
        return new LedgerTable.Row(
                line.stage(),
                line.quantity().word(),
                line.part(),
                line.temperature(),
                line.estimate().value(),
                line.estimate().standardError(),
                line.low(),
                line.high(),
                line.quantity().bandLow(),
                line.quantity().bandHigh(),
                line.samples(),
                line.needed(),
                line.verdict().word(),
                line.source());
    }

    static Judgement judgement(LedgerTable.Row row) {
        return new Judgement(
                row.stage(),
                Quantity.ofWord(row.quantity()),
                row.part(),
                row.temperature(),
                new Estimate(row.estimate(), row.standardError()),
                row.low(),
                row.high(),
                row.samples(),
                row.needed(),
                Verdict.valueOf(row.verdict().toUpperCase(Locale.ROOT)),
                row.source());
    }
}
