package org.nocturne.routes.notify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nocturne.learning.store.LedgerTable.Row;
import org.nocturne.routes.run.Status;

/** Where a campaign stands, in a few fields that are an event's as well as a message's. */
record StandingText(Map<String, String> fields) {

    /** @param ledger the newest lines, empty before the first round */
    static StandingText of(Status status, List<Row> ledger) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("candidates", said(words(status.candidates()) + " of " + status.candidatesPlanned()));
        fields.put("labels", String.valueOf(status.labels()));
        fields.put("models", said(models(status)));
        fields.put("rounds", String.valueOf(status.rounds()));
        Double rwp = status.bestRwp();
        if (rwp != null) {
            fields.put("Rwp", String.format(Locale.ROOT, "%.4f", rwp));
        }
        if (!ledger.isEmpty()) {
            Map<String, Integer> verdicts = new LinkedHashMap<>();
            ledger.forEach(row -> verdicts.merge(row.verdict(), 1, Integer::sum));
            fields.put("ledger", said(words(verdicts)));
        }
        if (status.round() != null) {
            fields.put("verdict", said(status.round().words()));
        }
        fields.put("failures", status.failures().isEmpty() ? "none" : said(words(status.failures())));
        return new StandingText(fields);
    }

    String lines() {
        List<String> out = new ArrayList<>();
        fields.forEach((key, value) -> out.add(String.format("%-11s %s", key, value.replace("\"", ""))));
        return String.join("\n", out);
    }

    private static String models(Status status) {
        return status.retrainings() + " trained, " + status.promoted() + " promoted"
                + (status.champion() == null ? "" : ", v" + status.champion() + " in office");
    }

    private static String words(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "0"
                : counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String said(String words) {
        return '"' + words + '"';
    }
}
