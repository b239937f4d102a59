package org.nocturne.learning.loop;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;

/**
 * Spends where the ledger is worst. Proposals that fail, or a gate of theirs that fails by more than its error, ask for independent replicas to learn from at its temperature, and
 * for one to judge by where there is none yet; a gate that only a better reference can decide asks for another reference replica, unless
 * the reference is a frozen one; all else asks for nothing but more candidates. What was bought is learned from and judged before more is.
 */
public final class Acquisition {
    private final CampaignPlan plan;
    private final Store store;

    public Acquisition(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** What is done after a round that is not one of several without progress. */
    public NextAction acquire(int round, List<Judgement> ledger) {
        return store.inTransaction(tx -> acquire(tx, round, ledger, 0));
    }

    /** @param stalled rounds in a row that brought no progress, this one among them */
    NextAction acquire(Transaction tx, int round, List<Judgement> ledger, int stalled) {
        if (round >= plan.proposals().rounds()) { // nothing that is learned now would be proposed with
            return NextAction.without(NextAction.Kind.END, "it was the last round");
        }
        int patience = plan.spending().stalledRounds();
        if (patience > 0 && stalled >= patience) {
            return NextAction.without(
                    NextAction.Kind.STOP, "stalled for " + stalled + (stalled == 1 ? " round" : " rounds in a row"));
        }
        return buy(tx, round, ledger).orElseGet(() -> proposeMore(tx, ledger));
    }

    private Optional<NextAction> buy(Transaction tx, int round, List<Judgement> ledger) {
        Optional<Judgement> worst = ledger.stream()
                .filter(l ->
                        isForReplicas(l) || l.needed() < 0 && plan.replicas().reference() > 0)
                .max(Comparator.comparingDouble(Judgement::likelyDeviation));
        Optional<Want> proposals = notProposed(tx).or(() -> worst.filter(Acquisition::isForReplicas)
                .map(line -> new Want(line.temperature(), told(line))));
        return proposals.isPresent()
                ? toLearnFrom(tx, round, proposals.get())
                : worst.flatMap(line -> toJudgeBy(tx, round, line));
    }

    /** Where nothing is bought, more candidates tell more, while there are any. */
    private NextAction proposeMore(Transaction tx, List<Judgement> ledger) {
        int left = plan.proposals().count() - tx.candidates().count();
        if (left <= 0) {
            return NextAction.without(NextAction.Kind.WAIT, "all candidates are proposed, and not all rounds judged");
        }
        long open = ledger.stream().filter(l -> l.verdict() != Verdict.PASS).count();
        String because = ledger.isEmpty()
                ? "there is nothing to judge by"
                : open == 0
                        ? "every line passes, and the campaign goes on to its last candidate"
                        : open + " lines do not pass, and no replica is bought for them";
        Integer version = tx.models().champion().map(Model::version).orElse(null);
        Kelvin t = new TemperatureTurns(plan, store).next(tx, version);
        return new NextAction(NextAction.Kind.CANDIDATES, Optional.of(t), left, because);
    }

    /** What is wrong, and at which temperature. */
    private record Want(Kelvin temperature, String why) {}

    private static String told(Judgement line) {
        return line.stage() + " " + line.name() + " at " + line.temperature() + " is "
                + line.verdict().word();
    }

    /** What follows the code's own steps is the code's; replicas can mend what is proposed. Where chance may be at work, more candidates tell. */
    private static boolean isForReplicas(Judgement line) {
        return line.verdict() == Verdict.FAIL && line.stage().equals(Assessment.PROPOSAL) && line.likelyDeviation() > 1;
    }

    /** Where most proposals of the version in office fail there is nothing to judge, and nothing is worse. */
    private static Optional<Want> notProposed(Transaction tx) {
        return tx.models().champion().flatMap(office -> {
            Map<Kelvin, Integer> failed = tx.candidates().failedProposals(office.version());
            Map<Kelvin, Integer> all = tx.candidates().countByTemperature(office.version());
            return failed.entrySet().stream()
                    .filter(f -> 2 * f.getValue() > all.getOrDefault(f.getKey(), 0))
                    .max(Map.Entry.comparingByValue())
                    .map(f -> new Want(
                            f.getKey(),
                            f.getValue() + " of " + all.get(f.getKey()) + " proposals at " + f.getKey() + " failed"));
        });
    }

    private Optional<NextAction> toLearnFrom(Transaction tx, int round, Want want) {
        List<Replica> known = tx.subjects().replicas();
        int bought = (int) known.stream()
                .filter(r -> Replicas.wasAcquired(r) && r.role() == Role.TRAINING)
                .count();
        int count = Math.min(plan.spending().perRound(), plan.spending().replicas() - bought);
        if (count <= 0 || !Purchases.areJudged(tx)) {
            return Optional.empty();
        }
        Map<Kelvin, Integer> shares = shares(tx, want.temperature(), bought, count);
        for (Map.Entry<Kelvin, Integer> share : shares.entrySet()) {
            Kelvin t = share.getKey();
            add(tx, round, Role.TRAINING, t, share.getValue(), want.why());
            if (known.stream()
                    .noneMatch(r -> r.role() == Role.HELD_OUT && r.temperature().equals(t))) {
                add(tx, round, Role.HELD_OUT, t, 1, want.why());
            }
        }
        Optional<Kelvin> where =
                shares.size() == 1 ? Optional.of(shares.keySet().iterator().next()) : Optional.empty();
        return Optional.of(new NextAction(NextAction.Kind.REPLICAS, where, count, want.why()));
    }

    private Map<Kelvin, Integer> shares(Transaction tx, Kelvin worst, int bought, int count) {
        Map<Kelvin, Integer> out = new LinkedHashMap<>();
        List<Kelvin> all = Temperatures.of(plan, tx);
        for (int k = bought; k < bought + count; k++) {
            boolean evenly = plan.spending().where() == Spending.Where.EVENLY;
            out.merge(evenly ? all.get(k % all.size()) : worst, 1, Integer::sum);
        }
        return out;
    }

    private Optional<NextAction> toJudgeBy(Transaction tx, int round, Judgement line) {
        long bought = tx.subjects().replicas().stream()
                .filter(r -> Replicas.wasAcquired(r) && r.role() == Role.REFERENCE)
                .count();
        if (bought >= plan.spending().replicas()) {
            return Optional.empty();
        }
        add(tx, round, Role.REFERENCE, line.temperature(), 1, told(line));
        return Optional.of(new NextAction(NextAction.Kind.REFERENCE, Optional.of(line.temperature()), 1, told(line)));
    }

    private void add(Transaction tx, int round, Role role, Kelvin t, int count, String why) {
        String reason = Replicas.acquired("after round " + round + ": " + why);
        Replicas.queue(plan, tx, role, t, count, reason);
        Fields fields = Fields.of(plan)
                .with("round", round)
                .temperature(t)
                .with("role", role.word())
                .with("replicas", count)
                .said("why", reason);
        tx.events().append(Event.Level.INFO, "acquire", fields.map());
    }
}
