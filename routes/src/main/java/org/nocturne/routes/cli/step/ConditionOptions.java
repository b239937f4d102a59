package org.nocturne.routes.cli.step;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.refinement.ConditioningSettings;
import picocli.CommandLine.Option;

/** How an ensemble is conditioned, and the MD that it takes. */
final class ConditionOptions {
    @Option(names = "--temperature", required = true, paramLabel = "KELVIN", description = "Of target and MD.")
    double temperatureK;

    @Option(
            names = "--first-lambda",
            defaultValue = "0.003",
            paramLabel = "EV",
            description = "First weight of the misfit, eV per atom for chi2 of 1; default ${DEFAULT-VALUE}.")
    double firstLambdaEvPerAtom = 3e-3;

    @Option(
            names = "--rounds",
            defaultValue = "30",
            paramLabel = "N",
            description = "Rounds of MD at most; default ${DEFAULT-VALUE}.")
    int rounds = 30;

    @Option(
            names = "--equilibration",
            defaultValue = "500",
            paramLabel = "STEPS",
            description = "MD steps before the first frame of a round; default ${DEFAULT-VALUE}.")
    int equilibration = 500;

    @Option(
            names = "--frames",
            defaultValue = "5",
            paramLabel = "N",
            description = "Frames of each structure in a round; default ${DEFAULT-VALUE}.")
    int frames = 5;

    @Option(
            names = "--spacing",
            defaultValue = "200",
            paramLabel = "STEPS",
            description = "MD steps between two frames; default ${DEFAULT-VALUE}.")
    int spacing = 200;

    @Option(
            names = "--judge-frames",
            defaultValue = "20",
            paramLabel = "N",
            description = "Frames of each structure that judge, drawn after the last round; default ${DEFAULT-VALUE}.")
    int judgeFrames = 20;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the MD; default ${DEFAULT-VALUE}.")
    long seed = 1;

    void check() {
        if (!(temperatureK > 0
                && rounds >= 1
                && equilibration >= 1
                && frames >= 2
                && spacing >= 1
                && judgeFrames >= 2)) {
            throw new IllegalArgumentException("--temperature is " + temperatureK + ", --rounds " + rounds
                    + ", --equilibration "
                    + equilibration + ", --frames " + frames + ", --spacing " + spacing + ", --judge-frames "
                    + judgeFrames
                    + "; wanted is a temperature above 0 K, at least 2 frames, and at least 1 of the others");
        }
    }

    Kelvin temperature() {
        return Kelvin.of(temperatureK);
    }

    ConditioningSettings settings() {
        ConditioningSettings usual = ConditioningSettings.DEFAULT;
        return new ConditioningSettings(
                firstLambdaEvPerAtom,
                Math.max(firstLambdaEvPerAtom, usual.mostLambdaEvPerAtom()),
                usual.growth(),
                usual.roundsPerLambda(),
                rounds,
                usual.mixing());
    }
}
