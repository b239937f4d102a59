package org.nocturne.learning.loop;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.RoundVerdict;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;
import org.nocturne.learning.trend.Finding;
import org.nocturne.learning.trend.Trend;
import org.nocturne.learning.trend.TrendTest;

/**
 * Ends a round that is judged: says what has become of the ledger since the round before, has {@link Acquisition} decide what is done next,
 * and keeps both with their event in one transaction.
 */
public final class RoundEnd {
    private static final int MOST_OF_A_SENTENCE = 1000;

    private final CampaignPlan plan;
    private final Store store;
    private final Acquisition acquisition;

    public RoundEnd(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
        this.acquisition = new Acquisition(plan, store);
    }

    /** Ends the round that was judged last; one that was ended already stays as it is. */
    public void of(int round, List<Judgement> ledger) {
        store.inTransaction(tx -> {
            List<LedgerTable.Assessment> all = tx.ledger().assessments();
            LedgerTable.Assessment last = all.get(all.size() - 1);
            if (last.round() == round && !tx.verdicts().isThere(last.id())) {
                end(tx, all, ledger);
            }
            return null;
        });
    }

    /** Ends the newest round where a runner died between its judgement and its end. */
    public void makeUp() {
        store.inTransaction(tx -> {
            List<LedgerTable.Assessment> all = tx.ledger().assessments();
            if (!all.isEmpty() && !tx.verdicts().isThere(all.get(all.size() - 1).id())) {
                end(tx, all, lines(tx, all.get(all.size() - 1)));
            }
            return null;
        });
    }

    private void end(Transaction tx, List<LedgerTable.Assessment> all, List<Judgement> ledger) {
        LedgerTable.Assessment last = all.get(all.size() - 1);
        List<Judgement> before = all.size() < 2 ? List.of() : lines(tx, all.get(all.size() - 2));
        String stage = mended(ledger);
        Finding finding = TrendTest.judge(ledger, of(stage, before), of(stage, ledger));
        int stalled = finding.trend() == Trend.STALLED ? Stall.roundsInARow(tx) + 1 : 0;
        NextAction next = acquisition.acquire(tx, last.round(), ledger, stalled);
        RoundVerdict verdict = verdict(last.round(), finding, next, tx);
        tx.verdicts().insert(last.id(), verdict);
        tx.events()
                .append(
                        Event.Level.INFO,
                        "verdict",
                        fields(verdict, ledger, last.rwp()).map());
    }

    /** What the loop can mend are proposals; of a liquid those are frames of the library, and what they have become is judged alone. */
    private static String mended(List<Judgement> ledger) {
        return of(Assessment.PROPOSAL, ledger).isEmpty() ? Assessment.THERMAL : Assessment.PROPOSAL;
    }

    private static List<Judgement> of(String stage, List<Judgement> ledger) {
        return ledger.stream().filter(line -> line.stage().equals(stage)).toList();
    }

    private static List<Judgement> lines(Transaction tx, LedgerTable.Assessment assessment) {
        return tx.ledger().rows(assessment.id()).stream()
                .map(LedgerRows::judgement)
                .toList();
    }

    private static RoundVerdict verdict(int round, Finding finding, NextAction next, Transaction tx) {
        return new RoundVerdict(
                round,
                finding.trend().word(),
                finding.test(),
                finding.line(),
                finding.statistic().isPresent() ? finding.statistic().getAsDouble() : null,
                finding.pValue().isPresent() ? finding.pValue().getAsDouble() : null,
                TrendTest.LEVEL,
                finding.compared(),
                cut(finding.why()),
                next.kind().word(),
                next.temperature().orElse(null),
                next.amount(),
                cut(next.because()),
                tx.now());
    }

    private Fields fields(RoundVerdict verdict, List<Judgement> ledger, @Nullable Double rwp) {
        Fields fields = Fields.of(plan)
                .with("round", verdict.round())
                .with("verdict", verdict.trend())
                .with("test", verdict.test());
        Double statistic = verdict.statistic();
        Double p = verdict.pValue();
        if (statistic != null && p != null) {
            fields.said("line", verdict.line())
                    .number("statistic", "%.2f", statistic)
                    .with("p", p < 1e-4 ? String.format(Locale.ROOT, "%.0e", p) : String.format(Locale.ROOT, "%.4f", p))
                    .number("level", "%.2f", verdict.level())
                    .with("compared", verdict.compared());
        }
        fields.said("why", verdict.why());
        for (Verdict word : Verdict.values()) {
            fields.with(
                    word.word(),
                    ledger.stream().filter(l -> l.verdict() == word).count());
        }
        if (rwp != null) {
            fields.number("Rwp", "%.4f", rwp);
        }
        fields.with("next", verdict.action());
        if (verdict.temperature() != null) {
            fields.temperature(verdict.temperature());
        }
        if (verdict.amount() > 0) {
            fields.with("amount", verdict.amount());
        }
        return fields.said("because", verdict.because());
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), MOST_OF_A_SENTENCE));
    }
}
