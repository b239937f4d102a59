package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.LedgerTable;

/** What a careful reader would ask, said before he asks. */
final class Doubts {
    private Doubts() {}

    static List<String> of(CampaignRecord record, ReportFacts facts, List<EnsemblePattern> pattern) {
        List<String> out = new ArrayList<>();
        if (facts.synthetic()) {
            out.add(
                    "The target is synthetic: it was computed, not measured. Agreement shows that the method works, not that the"
                            + " model describes the material.");
        }
        if (!facts.target().spectrum().hasSigma()) {
            out.add("The target states no errors: all points weigh the same and \u03c7\u00b2 cannot be given.");
        }
        for (LedgerTable.Row row : record.ledger()) {
            if (row.verdict().equals(Verdict.UNDECIDED.word())) {
                out.add(undecided(new LedgerLine(row)));
            }
        }
        boolean judgedAsProposed =
                record.ledger().stream().anyMatch(r -> r.stage().equals("proposal"));
        if (!judgedAsProposed || record.ledger().isEmpty()) {
            out.add(
                    "The spread was not judged at both stages: either the proposals cannot be judged (no model proposed them) or too"
                            + " few candidates are labelled.");
        }
        if (pattern.isEmpty() || pattern.get(0).frames() < 30) {
            out.add("Few frames stand behind the mean pattern; its own statistical error is not negligible.");
        }
        long failed = record.candidatesByState().getOrDefault("failed", 0);
        if (failed > 0) {
            out.add(
                    Numbers.counted(failed, "candidate")
                            + " failed and stand in no average. If failure goes with a kind of structure, the ensemble is biased.");
        }
        out.add(
                "Nuclei are classical: zero-point motion is missing, so at low temperature displacements and energies are too small.");
        out.add("The cell is fixed at the stated size: thermal expansion and strain are not refined.");
        out.add("Labels carry the error of their method (" + facts.method().code()
                + ", see below); it is not estimated here.");
        out.addAll(facts.caveats());
        return out;
    }

    private static String undecided(LedgerLine line) {
        String what = capitalised(line.quantity()) + " " + line.stage() + " at " + line.temperature()
                + " is undecided with " + Numbers.counted(line.samples(), "sample") + ": ";
        return line.row().needed() < 0
                ? what + "the reference MD itself is too uncertain, longer or more replicas are needed."
                : what + "about " + line.needed() + " would decide it, if the estimate stays where it is.";
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
