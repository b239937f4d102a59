package org.nocturne.routes.cli.bench.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nocturne.routes.report.ScalingFigure;

/**
 * The table.
 *
 * @param load of the machine over the last minute, at the begin
 */
@JsonNaming(SnakeCaseStrategy.class)
record StoreReport(List<Row> rows, double load) {

    /**
     * A store of so many candidates; all times are ms.
     *
     * @param lifeMs one candidate from its proposal to its label, as a whole; {@code lookMs} what the loop asks after a change
     * @param openMs from opening the store to its first count
     * @param pages each part of the page
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Row(int candidates, double lifeMs, double lookMs, double openMs, Map<String, Double> pages) {
        Map.Entry<String, Double> slowest() {
            return pages.entrySet().stream()
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .orElseThrow();
        }
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%10s %18s %14s %12s %16s  %s%n",
                "candidates",
                "a candidate, ms",
                "a look, ms",
                "opened, ms",
                "the page, ms",
                "its slowest part");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%10d %18.2f %14.2f %12.0f %16.1f  %s%n",
                    row.candidates(),
                    row.lifeMs(),
                    row.lookMs(),
                    row.openMs(),
                    row.slowest().getValue(),
                    row.slowest().getKey());
        }
        out.printf(Locale.ROOT, "load before %.1f%n", load);
    }

    void plot(Path file) throws IOException {
        ScalingFigure.write(
                file,
                "candidates in the store",
                "ms",
                List.of(
                        series("a candidate's changes", Row::lifeMs),
                        series("a look of the loop", Row::lookMs),
                        series("slowest part of the page", row -> row.slowest().getValue())));
    }

    private ScalingFigure.Series series(String name, ToDoubleFunction<Row> what) {
        return new ScalingFigure.Series(
                name,
                rows.stream().mapToDouble(Row::candidates).toArray(),
                rows.stream().mapToDouble(what).toArray());
    }
}
