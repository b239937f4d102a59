package org.nocturne.routes.cli.bench.scattering;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.measure.Growth;
import org.nocturne.routes.report.ScalingFigure;

/**
 * The table.
 *
 * @param maxErrorOverMax the greatest of those that were computed
 * @param slope of log t against log N over the periodic cells, with as many threads as the last of them
 * @param loadBefore of the machine over the last minute
 */
@JsonNaming(SnakeCaseStrategy.class)
record ScatteringReport(
        double maxErrorOverMax, @Nullable Double slope, double loadBefore, int cores, int repeats, List<Row> rows) {

    static ScatteringReport of(List<Row> rows, int repeats, double load) {
        double error = rows.stream()
                .map(Row::errorOverMax)
                .filter(Objects::nonNull)
                .mapToDouble(e -> e)
                .max()
                .orElse(Double.NaN);
        return new ScatteringReport(
                error, slope(rows), load, Runtime.getRuntime().availableProcessors(), repeats, List.copyOf(rows));
    }

    private static @Nullable Double slope(List<Row> rows) {
        List<Row> all =
                rows.stream().filter(row -> row.kernel().equals("periodic")).toList();
        List<Row> periodic = all.stream()
                .filter(row -> row.threads() == all.get(all.size() - 1).threads())
                .toList();
        if (periodic.size() < 2) {
            return null;
        }
        return Growth.slope(
                periodic.stream().mapToDouble(Row::atoms).toArray(),
                periodic.stream().mapToDouble(Row::seconds).toArray());
    }

    /** Wall time by the number of atoms, the other program beside. */
    void plot(Path file) throws IOException {
        List<Integer> each = rows.stream().map(Row::threads).distinct().toList();
        List<ScalingFigure.Series> lines = new ArrayList<>();
        for (int threads : each) {
            String with = each.size() == 1 ? "" : threads == 1 ? ", one core" : ", " + threads + " cores";
            lines.add(series("clusters" + with, "cluster", threads, Row::seconds));
            lines.add(series("debyer" + with, "cluster", threads, Row::peerSeconds));
            lines.add(series("periodic cells" + with, "periodic", threads, Row::seconds));
            lines.add(series("crystals, k-points" + with, "k-points", threads, Row::seconds));
        }
        String axis =
                each.size() == 1 ? "seconds, " + each.get(0) + (each.get(0) == 1 ? " core" : " cores") : "seconds";
        ScalingFigure.write(file, "atoms", axis, lines);
    }

    private ScalingFigure.Series series(
            String name, String kernel, int threads, Function<Row, @Nullable Double> seconds) {
        List<Row> known = rows.stream()
                .filter(row -> row.kernel().equals(kernel) && row.threads() == threads && seconds.apply(row) != null)
                .toList();
        return new ScalingFigure.Series(
                name,
                known.stream().mapToDouble(Row::atoms).toArray(),
                known.stream()
                        .mapToDouble(row -> Objects.requireNonNull(seconds.apply(row)))
                        .toArray());
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-12s %7s %9s %5s %11s %11s %9s   %11s %11s %9s %7s%n",
                "kernel",
                "threads",
                "atoms",
                "q",
                "wall s",
                "CPU s",
                "error",
                "debyer s",
                "CPU s",
                "error",
                "ratio");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %7d %9d %5d %11.4g %11.4g %9s   %11s %11s %9s %7s%n",
                    row.kernel(),
                    row.threads(),
                    row.atoms(),
                    row.points(),
                    row.seconds(),
                    row.processorSeconds(),
                    text("%.1e", row.errorOverMax()),
                    text("%.4g", row.peerSeconds()),
                    text("%.4g", row.peerProcessorSeconds()),
                    text("%.1e", row.peerErrorOverMax()),
                    text("%.2f", row.ratio()));
        }
        out.printf(
                Locale.ROOT,
                "medians of %d; %d cores, load before %.1f; error: greatest difference from the plain sum over the greatest intensity; slope over periodic cells %s%n",
                repeats,
                cores,
                loadBefore,
                text("%.2f", slope));
    }

    private static String text(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
