package org.nocturne.routes.cli.bench.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The table.
 *
 * @param loadBefore of the machine over the last minute
 */
@JsonNaming(SnakeCaseStrategy.class)
record IoReport(double loadBefore, int repeats, List<IoRow> rows) {

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-12s %-6s %8s %8s %8s %10s %18s %9s %7s%n",
                "format",
                "",
                "MB",
                "wall s",
                "CPU s",
                "MB/CPU s",
                "live MiB, 1/3, end",
                "ASE MB/s",
                "ratio");
        for (IoRow row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %-6s %8.0f %8.2f %8.2f %10.0f %18s %9s %7s%n",
                    row.format(),
                    row.what(),
                    row.megabytes(),
                    row.seconds(),
                    row.processorSeconds(),
                    row.perSecond(),
                    text("%.0f, ", row.heapAtThirdMb()) + text("%.0f", row.heapAtEndMb()),
                    text("%.1f", row.asePerSecond()),
                    text("%.0f", row.ratio()));
        }
        out.printf(
                Locale.ROOT,
                "medians of %d, load before %.1f; files lie in the page cache, writing is not synced to the disk%n",
                repeats,
                loadBefore);
    }

    private static String text(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }
}
