package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassReference;
import org.nocturne.learning.ensemble.Independence;
import org.nocturne.learning.ensemble.LiquidProbe;
import org.nocturne.learning.ensemble.LiquidReference;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.RestingPlaces;
import org.nocturne.learning.ensemble.SiteExchanges;
import org.nocturne.learning.reference.CellPlan;
import org.nocturne.learning.reference.FrozenGlass;
import org.nocturne.learning.reference.FrozenLiquid;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;

/** What a complete reference has found, in a few lines for each temperature. */
final class ReferenceReport {
    private final ReferenceFolder folder;
    private final ReferenceManifest manifest;
    private final PrintWriter lines;

    ReferenceReport(ReferenceFolder folder, ReferenceManifest manifest, PrintWriter lines) {
        this.folder = folder;
        this.manifest = manifest;
        this.lines = lines;
    }

    /** Around an inherent structure. */
    void solid(FrozenReference reference) {
        for (Kelvin at : reference.temperatures()) {
            Reference md = reference.at(at);
            double atoms = md.pooled().atoms();
            Estimate energy = md.meanEnergyEv();
            Estimate square = Estimate.meanOf(md.frames().stream()
                    .map(f -> f.each(Configuration::meanSquare))
                    .toList());
            lines.printf(
                    Locale.ROOT,
                    "%s: U - U_IS %.3f(%.3f) meV/atom, <u^2> %.5f(%.5f) square angstrom, %d frames%n",
                    at,
                    1000 * energy.value() / atoms,
                    1000 * energy.standardError() / atoms,
                    square.value(),
                    square.standardError(),
                    md.pooled().size());
            cell(reference, at);
            pressure(at);
            lines.println("  sites: " + SiteExchanges.of(md.pooled()).describe());
            lines.println("  basin: " + RestingPlaces.of(md.frames()).describe());
            for (Independence check : Independence.of(md)) {
                lines.printf(Locale.ROOT, "  independence, %s: %s%n", check.quantity(), check.verdict());
            }
        }
        lines.flush();
    }

    /** Of a liquid: energy and its variance, pressure, independence, and how far each replica has gone from where it was melted. */
    void liquid(FrozenLiquid reference) {
        double atoms = reference.probe().atoms();
        for (Kelvin at : reference.temperatures()) {
            LiquidReference md = reference.at(at);
            Estimate energy = md.meanEnergyEv();
            Estimate variance = md.fluctuation().varianceEv2();
            double unit = 1.5 * (atoms - 1) * at.energyEv() * at.energyEv();
            lines.printf(
                    Locale.ROOT,
                    "%s: U %.3f(%.3f) meV/atom above the minimised start, %d frames of %d replicas%n",
                    at,
                    1000 * energy.value() / atoms,
                    1000 * energy.standardError() / atoms,
                    md.pooled().size(),
                    md.frames().size());
            lines.printf(
                    Locale.ROOT,
                    "  Var U: %.3f(%.3f) times 3/2 N (kB T)^2, by %s%n",
                    variance.value() / unit,
                    variance.standardError() / unit,
                    md.fluctuation().how());
            pressure(at);
            for (Independence check : Independence.of(md)) {
                lines.printf(Locale.ROOT, "  independence, %s: %s%n", check.quantity(), check.verdict());
            }
            left(at, reference.probe());
        }
        lines.flush();
    }

    /** Of a glass: energies of the basins and in them, pressure, and whether the quenches have forgotten each other. */
    void glass(FrozenGlass reference) {
        double atoms = reference.start().structure().size();
        for (Kelvin at : reference.temperatures()) {
            GlassReference md = reference.at(at);
            Families<GlassConfiguration> quenches = md.quenches();
            Estimate basins = quenches.mean(GlassConfiguration::inherentEnergyEv);
            Estimate within = quenches.mean(GlassConfiguration::thermalEnergyEv);
            double unit = 1.5 * (atoms - 1) * at.energyEv() * at.energyEv();
            Estimate fluctuation = quenches.variance(GlassConfiguration::thermalEnergyEv);
            lines.printf(
                    Locale.ROOT,
                    "%s: U_IS %.2f(%.2f) meV/atom above the minimised start, standard deviation between frames %.2f; %d quenches, %d frames%n",
                    at,
                    1000 * basins.value() / atoms,
                    1000 * basins.standardError() / atoms,
                    1000 * Math.sqrt(quenches.varianceOf(GlassConfiguration::inherentEnergyEv)) / atoms,
                    quenches.size(),
                    quenches.members().size());
            lines.printf(
                    Locale.ROOT,
                    "  U - U_IS: %.3f(%.3f) meV/atom, Var %.3f(%.3f) times 3/2 N (kB T)^2%n",
                    1000 * within.value() / atoms,
                    1000 * within.standardError() / atoms,
                    fluctuation.value() / unit,
                    fluctuation.standardError() / unit);
            pressure(at);
            int melts = reference.probe().families(quenches.members()).size();
            lines.printf(
                    Locale.ROOT,
                    "  independence, melts: %s: %d of %d quenches are two neighbour distances apart from each other%s%n",
                    melts == quenches.size() ? "pass" : "fail",
                    melts,
                    quenches.size(),
                    melts == quenches.size() ? "" : "; melt hotter or longer");
        }
        lines.flush();
    }

    private void left(Kelvin at, LiquidProbe probe) {
        double least = Double.POSITIVE_INFINITY;
        for (ReferenceManifest.Run run : runs(at.value())) {
            List<Frame> frames = folder.frames(run);
            least = Math.min(
                    least,
                    Math.sqrt(Displacements.meanSquareUnwrapped(
                            probe.start(), frames.get(frames.size() - 1).structure())));
        }
        double wanted = Math.sqrt(probe.independentSquare());
        lines.printf(
                Locale.ROOT,
                "  independence, displacement from the start: %s: rms %.1f angstrom, at least %.1f is wanted (two"
                        + " neighbour distances)%n",
                least >= wanted ? "pass" : "fail",
                least,
                wanted);
    }

    private List<ReferenceManifest.Run> runs(double kelvin) {
        return manifest.runs().stream().filter(r -> r.temperatureK() == kelvin).toList();
    }

    private void cell(FrozenReference reference, Kelvin at) {
        reference
                .strain(at)
                .ifPresent(strain -> lines.printf(
                        Locale.ROOT,
                        "  cell: edges %.5f(%.5f) %% longer than those given, at %s kbar%n",
                        100 * strain.value(),
                        100 * strain.standardError(),
                        java.util.Objects.requireNonNull(manifest.plan().cell()).pressureKbar()));
    }

    /** Kinetic part of atoms whose centre of mass is at rest, less a third of the trace of the tension. */
    private void pressure(Kelvin at) {
        List<double[]> series = new ArrayList<>();
        for (ReferenceManifest.Run run : runs(at.value())) {
            series.add(folder.frames(run).stream()
                    .filter(f -> f.label().stressEvPerCubicAngstrom().length == 6)
                    .mapToDouble(f -> CellPlan.kbar(pressure(f)))
                    .toArray());
        }
        if (series.stream().allMatch(s -> s.length > 1)) {
            Estimate mean = Estimate.meanOf(series);
            lines.printf(Locale.ROOT, "  pressure: %.3f(%.3f) kbar%n", mean.value(), mean.standardError());
        }
    }

    private static double pressure(Frame frame) {
        double[] tension = frame.label().stressEvPerCubicAngstrom();
        Structure s = frame.structure();
        double kinetic =
                (s.size() - 1) * frame.temperature().energyEv() / s.cell().volume();
        return kinetic - (tension[0] + tension[1] + tension[2]) / 3;
    }
}
