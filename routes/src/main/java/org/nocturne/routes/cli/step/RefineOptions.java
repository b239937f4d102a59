package org.nocturne.routes.cli.step;

import org.nocturne.generator.refinement.RefinementSettings;
import picocli.CommandLine.Option;

/** How far a set is refined. */
final class RefineOptions {
    @Option(
            names = "--first-lambda",
            defaultValue = "0.001",
            paramLabel = "EV",
            description = "First weight of the misfit, eV per atom for chi2 of 1; default ${DEFAULT-VALUE}.")
    double firstLambdaEvPerAtom = 1e-3;

    @Option(
            names = "--evaluations",
            defaultValue = "60",
            paramLabel = "N",
            description = "Energies and forces of the set at each weight; default ${DEFAULT-VALUE}.")
    int evaluations = 60;

    RefinementSettings settings() {
        RefinementSettings usual = RefinementSettings.DEFAULT;
        return new RefinementSettings(
                firstLambdaEvPerAtom,
                Math.max(firstLambdaEvPerAtom, usual.mostLambdaEvPerAtom()),
                usual.growth(),
                evaluations,
                usual.smallForceEvPerAngstrom(),
                usual.capAngstrom(),
                usual.mostSteps());
    }
}
