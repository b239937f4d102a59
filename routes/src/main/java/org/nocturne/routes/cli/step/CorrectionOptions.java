package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.routes.config.ConfigValueException;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.Option;

/** Whether and how samples are corrected, and whose forces do it. */
public final class CorrectionOptions {
    @Option(
            names = "--correct",
            defaultValue = "none",
            paramLabel = "METHOD",
            description =
                    "none, baoab (a few steps of preconditioned Langevin dynamics), or hmc (the same first, then hybrid Monte "
                            + "Carlo, exact); default ${DEFAULT-VALUE}.")
    String method = "none";

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Force calls of the Langevin run, or of each trajectory; default 8, with hmc 6.")
    @Nullable
    Integer steps;

    @Option(
            names = "--delta",
            paramLabel = "D",
            description = "Step, in units of a mode's period over 2 pi; default 0.5, with hmc 0.25.")
    @Nullable
    Double delta;

    @Option(
            names = "--friction",
            defaultValue = "1",
            paramLabel = "G",
            description = "Of the Langevin run; default ${DEFAULT-VALUE}.")
    double friction = 1;

    @Option(
            names = "--trajectories",
            defaultValue = "4",
            paramLabel = "N",
            description = "Of hybrid Monte Carlo; default ${DEFAULT-VALUE}.")
    int trajectories = 4;

    @Option(
            names = "--burn-in",
            defaultValue = "8",
            paramLabel = "N",
            description = "Langevin steps before the trajectories; default ${DEFAULT-VALUE}.")
    int burnIn = 8;

    @Option(
            names = "--force-cap",
            paramLabel = "EV/ANGSTROM",
            description = "Longest force on an atom that the Langevin run believes; default none.")
    @Nullable
    Double forceCap;

    @Option(
            names = "--forces",
            defaultValue = "code",
            paramLabel = "WHOSE",
            description = "code or model; default ${DEFAULT-VALUE}. A model must be more than linear.")
    String forces = "code";

    @Option(names = "--code", defaultValue = "lammps", description = "Name of the code; default ${DEFAULT-VALUE}.")
    String code = "lammps";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "YAML: the settings of the code, or a campaign file that holds them at code.settings.")
    @Nullable
    Path settings;

    public CorrectionConfig config() {
        try {
            return new CorrectionConfig(
                    method,
                    steps == null ? CorrectionConfig.defaultSteps(method) : steps,
                    delta == null ? CorrectionConfig.defaultDelta(method) : delta,
                    friction,
                    trajectories,
                    burnIn,
                    forces,
                    forceCap);
        } catch (ConfigValueException e) {
            String option = e.key().equals("method") ? "correct" : e.key();
            throw new IllegalArgumentException("--" + option + " " + e.getMessage());
        }
    }

    /** The code, whatever is asked of it. */
    public Code code() throws IOException {
        if (settings == null) {
            throw new IllegalArgumentException("wanted is --settings FILE with the settings of the code");
        }
        return CodeByName.open(code, settings);
    }

    /** The code whose forces are asked for; empty where none is needed. */
    public Optional<Code> open(CorrectionConfig config) throws IOException {
        if (!config.isOn() || !config.forces().equals(CorrectionConfig.CODE)) {
            return Optional.empty();
        }
        if (settings == null) {
            throw new IllegalArgumentException("--correct " + config.method()
                    + " asks the code for forces; wanted is --settings FILE with its settings");
        }
        return Optional.of(CodeByName.open(code, settings));
    }
}
