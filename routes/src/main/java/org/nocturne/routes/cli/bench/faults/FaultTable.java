package org.nocturne.routes.cli.bench.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of all of them.
 *
 * @param medianSeconds from a fault to the record of its cause; null where none was recorded
 */
record FaultTable(
        List<FaultLine> faults,
        @JsonProperty("as_wanted") long good,
        long skipped,
        @JsonProperty("median_seconds") @Nullable Double medianSeconds) {

    static FaultTable of(List<FaultLine> lines) {
        List<Double> seconds = lines.stream()
                .filter(line -> line.seconds() != null)
                .map(line -> Objects.requireNonNull(line.seconds()))
                .sorted()
                .toList();
        long skipped = lines.stream().filter(line -> line.skipped() != null).count();
        return new FaultTable(
                lines,
                lines.stream().filter(FaultLine::good).count() - skipped,
                skipped,
                seconds.isEmpty() ? null : seconds.get(seconds.size() / 2));
    }

    boolean isAsWanted() {
        return good + skipped == faults.size();
    }

    static void printHead(PrintWriter out) {
        out.printf(
                "%-17s %-18s %-26s %-8s %4s %7s %8s%n",
                "fault", "wanted", "recorded", "finished", "lost", "orphans", "seconds");
    }

    static void print(FaultLine line, PrintWriter out) {
        if (line.skipped() != null) {
            out.printf("%-17s %-18s skipped: %s%n", line.fault(), line.wanted(), line.skipped());
            return;
        }
        out.printf(
                "%-17s %-18s %-26s %-8s %4d %7d %8s%s%n",
                line.fault(),
                line.wanted(),
                line.recorded().isEmpty() ? "none" : String.join(", ", line.recorded()),
                line.finished() ? "yes" : "no",
                line.lost(),
                line.orphans(),
                line.seconds() == null ? "-" : String.format(Locale.ROOT, "%.1f", line.seconds()),
                line.good() ? "" : "  NOT AS WANTED");
    }

    void printEnd(PrintWriter out) {
        out.printf(
                "%d of %d as wanted, %d skipped%s%n",
                good,
                faults.size() - skipped,
                skipped,
                medianSeconds == null
                        ? ""
                        : String.format(Locale.ROOT, "; from fault to record %.1f s in the median", medianSeconds));
    }
}
