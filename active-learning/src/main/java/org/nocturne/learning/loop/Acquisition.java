package org.nocturne.learning.loop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;

/**
 * Spends where the ledger is worst. A gate that fails asks for another independent replica to learn from at that temperature; a gate
 * that only a better reference can decide asks for another reference replica, unless the reference is a frozen one; all else asks for nothing but more candidates.
 */
public final class Acquisition {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;

    public Acquisition(CampaignPlan plan, Store store, CampaignFiles files) {
        this.plan = plan;
        this.store = store;
        this.files = files;
    }

    public void acquire(int round, List<Judgement> ledger) {
        int spent = store.inTransaction(tx -> (int) tx.subjects().replicas().stream()
                .filter(r -> r.reason().startsWith("acquired"))
                .count());
        Optional<Judgement> worst = ledger.stream()
                .filter(l -> l.verdict() == Verdict.FAIL || l.needed() < 0 && plan.referenceReplicas() > 0)
                .max(Comparator.comparingDouble(Acquisition::distance));
        boolean last = round >= plan.rounds(); // nothing that is learned now would be proposed with
        if (worst.isEmpty() || spent >= plan.extraReplicas() || last) {
            return;
        }
        Judgement line = worst.get();
        Role role = line.verdict() == Verdict.FAIL ? Role.TRAINING : Role.REFERENCE;
        String reason = "acquired after round " + round + ": " + line.stage() + " " + line.name() + " is "
                + line.verdict().word();
        store.inTransaction(tx -> {
            new Bootstrap(plan, store, files).add(tx, role, line.temperature(), 1, reason);
            Fields fields = Fields.of(plan)
                    .with("round", round)
                    .temperature(line.temperature())
                    .with("role", role.word())
                    .with("replicas", 1)
                    .with("why", '"' + reason + '"');
            tx.events().append(Event.Level.INFO, "acquire", fields.map());
            return null;
        });
    }

    /** How many band widths the estimate lies from the ideal. */
    private static double distance(Judgement line) {
        double width = line.quantity().bandHigh() - line.quantity().bandLow();
        return Math.abs(line.estimate().value() - line.quantity().ideal()) / width;
    }
}
