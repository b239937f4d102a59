package org.nocturne.routes.cli.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.reference.CellPlan;
import org.nocturne.learning.reference.ReferencePlan;
import picocli.CommandLine.Option;

/** The budget of a reference. */
final class ReferenceOptions {
    @Option(
            names = "--temperatures",
            split = ",",
            required = true,
            paramLabel = "KELVIN",
            description =
                    "Temperatures, such as 300,600,900. With three or more the curve U(T) gives the energy variance.")
    List<Double> temperaturesK = List.of();

    @Option(
            names = "--replicas",
            defaultValue = "6",
            paramLabel = "N",
            description = "Independent runs at each; default ${DEFAULT-VALUE}.")
    int replicas = 6;

    @Option(
            names = "--equilibration",
            defaultValue = "6000",
            paramLabel = "STEPS",
            description = "Steps before anything is kept; default ${DEFAULT-VALUE}.")
    int equilibration = 6000;

    @Option(
            names = "--frames",
            defaultValue = "60",
            paramLabel = "N",
            description = "Frames of each run; default ${DEFAULT-VALUE}.")
    int frames = 60;

    @Option(
            names = "--spacing",
            defaultValue = "500",
            paramLabel = "STEPS",
            description = "Steps between two frames; default ${DEFAULT-VALUE}.")
    int spacing = 500;

    @Option(
            names = "--energies-per-frame",
            defaultValue = "25",
            paramLabel = "N",
            description = "Energies between two frames; default ${DEFAULT-VALUE}.")
    int energiesPerFrame = 25;

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--pressure-kbar",
            paramLabel = "KBAR",
            description =
                    "Find the mean cell at this pressure at each temperature, of cubic crystals; default: the cell is kept.")
    private @Nullable Double pressureKbar;

    @Option(
            names = "--cell-steps",
            defaultValue = "20000",
            paramLabel = "STEPS",
            description =
                    "Length of each of the runs that find the cell, as many as replicas; default ${DEFAULT-VALUE}.")
    private int cellSteps = 20_000;

    @Option(
            names = "--heat-to",
            paramLabel = "KELVIN",
            description = "Melt each replica first, for as long as the equilibration; then it is a liquid's reference.")
    private @Nullable Double heatToK;

    @Option(
            names = "--cooling",
            paramLabel = "K/PS",
            description =
                    "Cool the melt at this rate, equilibrate, and minimise each frame at the end; then it is a glass's "
                            + "reference. Default: the melt is brought to its temperature at once.")
    private @Nullable Double coolingKelvinPerPicosecond;

    ReferencePlan plan() {
        return new ReferencePlan(
                temperaturesK,
                replicas,
                equilibration,
                frames,
                spacing,
                energiesPerFrame,
                seed,
                pressureKbar == null ? null : new CellPlan(pressureKbar, cellSteps),
                heatToK,
                coolingKelvinPerPicosecond);
    }
}
