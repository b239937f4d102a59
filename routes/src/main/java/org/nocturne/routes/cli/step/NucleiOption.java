package org.nocturne.routes.cli.step;

import org.nocturne.generator.thermal.Nuclei;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.Option;

/** By which statistics the nuclei of samples move. */
final class NucleiOption {
    @Option(
            names = "--nuclei",
            defaultValue = "classical",
            paramLabel = "WHICH",
            converter = EnumWord.OfNuclei.class,
            description =
                    "classical, as in MD, or quantum: the widths of harmonic oscillators, as a measurement sees them. Quantum samples are "
                            + "those of the force constants; they cannot be corrected. Default ${DEFAULT-VALUE}.")
    private Nuclei nuclei = Nuclei.CLASSICAL;

    /** @throws IllegalArgumentException if quantum nuclei are to be corrected */
    Nuclei with(CorrectionConfig correction) {
        if (nuclei == Nuclei.QUANTUM && correction.isOn()) {
            throw new IllegalArgumentException(
                    "--nuclei quantum with --correct " + correction.method()
                            + ": a correction moves nuclei as classical MD does and would undo the quantum widths; wanted is one of the two");
        }
        return nuclei;
    }
}
