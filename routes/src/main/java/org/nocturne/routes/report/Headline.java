package org.nocturne.routes.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.loop.Assessment;
import org.nocturne.learning.store.CampaignTable.Campaign;
import org.nocturne.learning.store.LedgerTable;

/**
 * The verdict of a night in words.
 *
 * @param verdict pass, fail or undecided, for the colour
 * @param title a few words
 * @param sentences what stands behind them
 */
public record Headline(String verdict, String title, List<String> sentences) {

    static Headline of(CampaignRecord record, ReportFacts facts, List<EnsemblePattern> pattern) {
        return of(record.campaign(), record.ledger(), facts, pattern.stream().findFirst());
    }

    /** @param ledger of the newest assessment */
    public static Headline of(
            Campaign campaign, List<LedgerTable.Row> ledger, ReportFacts facts, Optional<EnsemblePattern> found) {
        if (campaign.state().equals("failed")) {
            return new Headline("fail", "The campaign could not go on", List.of(String.valueOf(campaign.verdict())));
        }
        if (found.isEmpty()) {
            return new Headline(
                    "undecided",
                    "Nothing to compare yet",
                    List.of("No labelled frame has a pattern so far.", running(campaign)));
        }
        Map<Boolean, List<LedgerTable.Row>> atTarget = ledger.stream()
                .filter(r -> r.stage().equals(Assessment.THERMAL))
                .collect(Collectors.partitioningBy(
                        r -> r.temperature().equals(facts.target().temperature())));
        EnsemblePattern pattern = found.get();
        List<LedgerTable.Row> gates = atTarget.getOrDefault(true, List.of());
        String spread = worst(gates);
        boolean withinNoise = withinNoise(pattern, facts);
        boolean noiseKnown = pattern.fit().reducedChiSquare().isPresent();
        String title = (!noiseKnown
                        ? "The mean is compared"
                        : withinNoise
                                ? "The mean meets the target"
                                : "The mean differs from the target beyond its noise")
                + "; the spread "
                + switch (spread) {
                    case "pass" -> "agrees with MD";
                    case "fail" -> "does not agree with MD";
                    default -> gates.isEmpty() ? "is not judged" : "is not decided yet";
                };
        String verdict = noiseKnown && !withinNoise ? "fail" : spread;
        return new Headline(
                verdict,
                title,
                List.of(
                        mean(pattern, facts),
                        spread(gates, facts),
                        elsewhere(atTarget.getOrDefault(false, List.of())),
                        running(campaign)));
    }

    /** No further from what a perfect ensemble of this size would have than two standard deviations of chi2. */
    private static boolean withinNoise(EnsemblePattern pattern, ReportFacts facts) {
        int points = facts.target().spectrum().size();
        return pattern.fit().reducedChiSquare().isPresent()
                && pattern.fit().reducedChiSquare().getAsDouble()
                        <= pattern.expectedChiSquare() * (1 + 2 * Math.sqrt(2.0 / points));
    }

    private static String mean(EnsemblePattern pattern, ReportFacts facts) {
        PatternFit fit = pattern.fit();
        StringBuilder text = new StringBuilder("The mean pattern of ")
                .append(Numbers.counted(pattern.frames(), "labelled frame"))
                .append(" at ")
                .append(Numbers.fixed(facts.target().temperature().value(), 0))
                .append(" K has Rwp = ")
                .append(Numbers.perCent(fit.rwp(), 2));
        fit.reducedChiSquare().ifPresent(chi2 -> text.append(", reduced \u03c7\u00b2 = ")
                .append(Numbers.fixed(chi2, 2))
                .append(" (a perfect ensemble of this size: ")
                .append(Numbers.fixed(pattern.expectedChiSquare(), 2))
                .append(")"));
        fit.rMinusOne().ifPresent(r -> text.append(", R(S\u22121) = ").append(Numbers.perCent(r, 1)));
        return text.append(" against the target.").toString();
    }

    private static String spread(List<LedgerTable.Row> gates, ReportFacts facts) {
        if (gates.isEmpty()) {
            return "Its spread at " + Numbers.fixed(facts.target().temperature().value(), 0)
                    + " K was not judged: there is no reference MD, or no assessment of the ledger.";
        }
        return "Of " + Numbers.counted(gates.size(), "gate") + " on the spread after NVT steps: " + counted(gates)
                + ".";
    }

    /** Empty where the target's temperature is the only one. */
    private static String elsewhere(List<LedgerTable.Row> gates) {
        Map<String, List<LedgerTable.Row>> byTemperature = gates.stream()
                .collect(Collectors.groupingBy(
                        g -> Numbers.fixed(g.temperature().value(), 0) + " K",
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byTemperature.isEmpty()
                ? ""
                : byTemperature.entrySet().stream()
                        .map(e -> "at " + e.getKey() + " " + counted(e.getValue()))
                        .collect(Collectors.joining("; ", "Elsewhere: ", "."));
    }

    private static String counted(List<LedgerTable.Row> gates) {
        return some(gates, "pass") + " passed, " + some(gates, "fail") + " failed, " + some(gates, "undecided")
                + " undecided" + names(gates, "fail");
    }

    private static String running(Campaign campaign) {
        return switch (campaign.state()) {
            case "running" -> "The campaign was still running when this was written.";
            case "stopped" -> "The campaign was stopped before its end; it can be resumed.";
            case "spent" ->
                "The campaign ended by a bound of its own (" + campaign.verdict()
                        + "); it can be resumed, with more of a budget where that is spent.";
            default -> campaign.verdict() == null ? "" : campaign.verdict();
        };
    }

    private static String worst(List<LedgerTable.Row> gates) {
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNDECIDED)) {
            if (some(gates, verdict.word()) > 0) {
                return verdict.word();
            }
        }
        return gates.isEmpty() ? Verdict.UNDECIDED.word() : Verdict.PASS.word();
    }

    private static long some(List<LedgerTable.Row> gates, String verdict) {
        return gates.stream().filter(g -> g.verdict().equals(verdict)).count();
    }

    private static String names(List<LedgerTable.Row> gates, String verdict) {
        String names = gates.stream()
                .filter(g -> g.verdict().equals(verdict))
                .map(g -> new LedgerLine(g).quantity() + " " + Numbers.fixed(g.estimate(), 3))
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }
}
