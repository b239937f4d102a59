package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import org.nocturne.core.structure.Coordination;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.quench.QuenchFolder;
import org.nocturne.learning.quench.QuenchManifest;

/** What a library of quenches holds, one line for each and one for each rate. */
final class QuenchReport {
    private static final double GRAM_PER_CUBIC_CENTIMETRE = 1.66053906660; // of 1 amu per cubic angstrom

    private final QuenchFolder folder;
    private final double cutoffAngstrom;

    QuenchReport(QuenchFolder folder, double cutoffAngstrom) {
        this.folder = folder;
        this.cutoffAngstrom = cutoffAngstrom;
    }

    void write(QuenchManifest manifest, PrintWriter lines) {
        for (QuenchManifest.Run run : manifest.runs()) {
            describe(run, lines);
        }
        for (double rate : manifest.plan().kelvinPerPicosecond()) {
            double[] energies = manifest.runs().stream()
                    .filter(run -> run.kelvinPerPicosecond() == rate)
                    .mapToDouble(
                            run -> run.inherentEnergyEv() / folder.inherent(run).size())
                    .toArray();
            if (energies.length > 1) {
                Estimate mean = Estimate.meanOf(energies);
                lines.printf(
                        Locale.ROOT,
                        "%s K/ps: E_IS %.5f +- %.5f eV/atom, standard deviation between the %d quenches %.5f%n",
                        rate,
                        mean.value(),
                        mean.standardError(),
                        energies.length,
                        mean.standardError() * Math.sqrt(energies.length));
            }
        }
        lines.flush();
    }

    private void describe(QuenchManifest.Run run, PrintWriter lines) {
        Structure glass = folder.inherent(run);
        Coordination near = Coordination.of(glass, cutoffAngstrom);
        StringBuilder shares = new StringBuilder();
        new TreeMap<>(near.atomsWith())
                .forEach((neighbours, atoms) -> shares.append(
                        String.format(Locale.ROOT, " %d:%.1f%%", neighbours, 100 * near.share(neighbours))));
        lines.printf(
                Locale.ROOT,
                "%s K/ps, %d: E_IS %.5f eV/atom, %.5f atoms per cubic angstrom (%.3f g/cm3), %.3f neighbours within %s"
                        + " angstrom (%s)%n",
                run.kelvinPerPicosecond(),
                run.number(),
                run.inherentEnergyEv() / glass.size(),
                glass.numberDensity(),
                gramPerCubicCentimetre(glass),
                near.mean(),
                cutoffAngstrom,
                shares.toString().strip());
        if (run.meltDistanceAngstrom() < 2 * Math.cbrt(1 / glass.numberDensity())) {
            lines.printf(
                    Locale.ROOT,
                    "  WARNING: in the melt atoms went only %.2f angstrom, less than two distances between atoms; it has not"
                            + " forgotten its start and is no independent quench: a hotter or longer melt is wanted%n",
                    run.meltDistanceAngstrom());
        }
    }

    private static double gramPerCubicCentimetre(Structure structure) {
        double mass = 0;
        for (int i = 0; i < structure.size(); i++) {
            mass += structure.species(i).massAmu();
        }
        return GRAM_PER_CUBIC_CENTIMETRE * mass / structure.cell().volume();
    }
}
