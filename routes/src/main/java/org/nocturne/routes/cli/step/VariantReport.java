package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.nocturne.learning.ensemble.Estimate;

/** Energies and bonds of variants against their parents: one line for each, and the mean. */
final class VariantReport {
    private final double sigmaAngstrom;
    private final double bondAngstrom;
    private final PrintWriter lines;

    VariantReport(double sigmaAngstrom, double bondAngstrom, PrintWriter lines) {
        this.sigmaAngstrom = sigmaAngstrom;
        this.bondAngstrom = bondAngstrom;
        this.lines = lines;
    }

    /** @param stage of their way, such as minimised */
    void write(String stage, List<Variant> variants) {
        for (Variant v : variants) {
            lines.printf(
                    Locale.ROOT,
                    "%s: variant %d of %s, %d atoms: %+.4f eV/atom over its parent, %.1f %% new bonds%s, %.1f %% of atoms with four%n",
                    stage,
                    v.number(),
                    v.parent(),
                    v.inherent().structure().size(),
                    v.energyOverParentEv(),
                    100 * v.newBonds(),
                    v.betweenCopies() > 0
                            ? String.format(Locale.ROOT, " (%.1f %% between copies)", 100 * v.betweenCopies())
                            : "",
                    100 * v.fourfold());
        }
        lines.printf(
                Locale.ROOT,
                "%s: sigma %s angstrom, bonds within %.2f angstrom, %d variants: %s eV/atom over the parents, %s %% new bonds%n",
                stage,
                sigmaAngstrom,
                bondAngstrom,
                variants.size(),
                mean(variants, "%+.4f", Variant::energyOverParentEv),
                mean(variants, "%.2f", v -> 100 * v.newBonds()));
        lines.flush();
    }

    private static String mean(List<Variant> variants, String format, ToDoubleFunction<Variant> value) {
        double[] values = variants.stream().mapToDouble(value).toArray();
        if (values.length < 2) {
            return String.format(Locale.ROOT, format, values[0]);
        }
        Estimate mean = Estimate.meanOf(values);
        return String.format(Locale.ROOT, format, mean.value())
                + String.format(Locale.ROOT, " +- " + format.replace("+", ""), mean.standardError());
    }
}
