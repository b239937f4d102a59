package org.nocturne.learning.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;

/**
 * Says by the ledgers of two rounds whether the loop works.
 *
 * <ul>
 *   <li><b>change</b>: for each line that both rounds have, Welch's t of the hypothesis that nothing has changed, two-sided, corrected by
 *       {@link Holm} over all lines. A change is one away from the ideal, or nearer to it, by where the estimate has gone. If the generator is
 *       what it was, either verdict is given in at most {@link #LEVEL} of the rounds.
 *   <li><b>no progress</b>: for each line that fails, the hypothesis that it has come nearer by {@link #WORTH} of the way from its ideal to
 *       the edge of its band, or more, one-sided. All of them must be rejected, each at {@link #LEVEL}: an intersection-union test (Berger,
 *       Technometrics 24, 295, 1982), which needs no correction. So a round that saw too little is undecided and not stalled.
 *   <li><b>all inside</b>: every line passes, which is that its interval lies inside the band. That is the two one-sided tests of Schuirmann (J.
 *       Pharmacokinet. Biopharm. 15, 657, 1987) for each, again all of them rejected.
 * </ul>
 */
public final class TrendTest {
    /** Chance of a false verdict, at most. */
    public static final double LEVEL = 0.05;
    /** Progress that a round is worth, in units of the way from the ideal to the edge of the band. */
    public static final double WORTH = 0.5;

    private TrendTest() {}

    /**
     * The verdict on a round.
     *
     * @param ledger all lines after the round
     * @param before those that the loop can mend, after the round before; empty after the first
     * @param now the same after this one
     */
    public static Finding judge(List<Judgement> ledger, List<Judgement> before, List<Judgement> now) {
        if (ledger.isEmpty()) {
            return Finding.untested("there is nothing to judge the spread by");
        }
        if (ledger.stream().allMatch(line -> line.verdict() == Verdict.PASS)) {
            return AllInside.of(ledger);
        }
        if (before.isEmpty()) {
            return Finding.untested("there is no round before it to compare with");
        }
        List<Change> changes = changes(before, now);
        return changes.isEmpty()
                ? Finding.untested("no line of the ledger has an error after both rounds")
                : judge(changes, open(now));
    }

    private static Finding judge(List<Change> changes, long open) {
        double[] p = Holm.adjusted(changes.stream().mapToDouble(Change::pValue).toArray());
        return clearest(changes, p, Change::isFarther)
                .map(k -> changed(Trend.REGRESSING, "away from its ideal", changes, p, k))
                .or(() -> clearest(changes, p, Change::isNearer)
                        .map(k -> changed(Trend.IMPROVING, "nearer to its ideal", changes, p, k)))
                .or(() -> stalled(changes, open))
                .orElseGet(() -> undecided(changes, p));
    }

    /** The one with the largest statistic of those that chance does not explain. */
    private static Optional<Integer> clearest(List<Change> changes, double[] p, Predicate<Change> wanted) {
        return IntStream.range(0, p.length)
                .boxed()
                .filter(k -> p[k] <= LEVEL && wanted.test(changes.get(k)))
                .max(Comparator.comparingDouble(k -> Math.abs(changes.get(k).statistic())));
    }

    private static Finding changed(Trend trend, String where, List<Change> changes, double[] p, int k) {
        Change change = changes.get(k);
        String why = String.format(
                Locale.ROOT,
                "%s went from %.3f to %.3f, %s",
                change.name(),
                change.before().estimate().value(),
                change.now().estimate().value(),
                where);
        return new Finding(
                trend,
                "change",
                change.name(),
                OptionalDouble.of(change.statistic()),
                OptionalDouble.of(p[k]),
                changes.size(),
                why);
    }

    private static Optional<Finding> stalled(List<Change> changes, long open) {
        List<Change> failing = changes.stream().filter(Change::isOpen).toList();
        if (failing.isEmpty() || failing.size() < open) {
            return Optional.empty();
        }
        Change weakest = failing.stream()
                .max(Comparator.comparingDouble(c -> c.pValueOfProgress(WORTH)))
                .orElseThrow();
        double p = weakest.pValueOfProgress(WORTH);
        String why = String.format(
                Locale.ROOT,
                "of %d lines that fail none has come nearer to its ideal by %.1f of its band or more",
                failing.size(),
                WORTH);
        return p > LEVEL
                ? Optional.empty()
                : Optional.of(new Finding(
                        Trend.STALLED,
                        "no-progress",
                        weakest.name(),
                        OptionalDouble.of(weakest.statisticOfProgress(WORTH)),
                        OptionalDouble.of(p),
                        failing.size(),
                        why));
    }

    private static Finding undecided(List<Change> changes, double[] p) {
        int k = IntStream.range(0, p.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> p[i]))
                .orElseThrow();
        String why = p[k] > LEVEL
                ? "no change is beyond chance, and progress is not ruled out either"
                : "what has changed passes, and progress of the lines that fail is not ruled out";
        return new Finding(
                Trend.UNDECIDED,
                "change",
                changes.get(k).name(),
                OptionalDouble.of(changes.get(k).statistic()),
                OptionalDouble.of(p[k]),
                changes.size(),
                why);
    }

    private static long open(List<Judgement> now) {
        return now.stream().filter(line -> line.verdict() == Verdict.FAIL).count();
    }

    private static List<Change> changes(List<Judgement> before, List<Judgement> now) {
        Map<List<Object>, Judgement> known = new HashMap<>();
        before.forEach(line -> known.put(key(line), line));
        List<Change> out = new ArrayList<>();
        for (Judgement line : now) {
            Optional.ofNullable(known.get(key(line)))
                    .map(earlier -> new Change(earlier, line))
                    .filter(Change::isMeasured)
                    .ifPresent(out::add);
        }
        return out;
    }

    private static List<Object> key(Judgement line) {
        return List.of(line.stage(), line.quantity(), line.part(), line.temperature());
    }
}
