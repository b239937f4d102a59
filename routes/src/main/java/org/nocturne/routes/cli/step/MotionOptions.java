package org.nocturne.routes.cli.step;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Thermal motion around structures, by short MD of the code. */
final class MotionOptions {
    @Option(
            names = "--temperature",
            paramLabel = "KELVIN",
            description =
                    "The target was measured at this temperature: patterns are means over thermal frames around each structure. "
                            + "Default: none, for a target of inherent structures.")
    @Nullable
    Double temperatureK;

    @Option(
            names = "--frames",
            defaultValue = "4",
            paramLabel = "N",
            description = "Thermal frames around each structure; default ${DEFAULT-VALUE}.")
    int frames = 4;

    @Option(
            names = "--equilibration",
            defaultValue = "2000",
            paramLabel = "STEPS",
            description = "MD steps before the first frame; default ${DEFAULT-VALUE}.")
    int equilibration = 2000;

    @Option(
            names = "--spacing",
            defaultValue = "400",
            paramLabel = "STEPS",
            description = "MD steps between two frames; default ${DEFAULT-VALUE}.")
    int spacing = 400;

    @Option(
            names = "--draws",
            defaultValue = "2",
            paramLabel = "N",
            description =
                    "How many times the frames are drawn anew while it refines, since they grow stale as structures move; "
                            + "default ${DEFAULT-VALUE}. Once more they are drawn to judge by.")
    int draws = 2;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the MD; default ${DEFAULT-VALUE}.")
    long seed = 1;

    /** How many times a set is refined. */
    int rounds() {
        return temperatureK == null ? 1 : draws;
    }

    void check() {
        if (temperatureK != null
                && !(temperatureK > 0 && frames >= 1 && equilibration >= 1 && spacing >= 1 && draws >= 1)) {
            throw new IllegalArgumentException("--temperature is " + temperatureK + ", --frames " + frames
                    + ", --equilibration " + equilibration + ", --spacing " + spacing + ", --draws " + draws
                    + "; a temperature above 0 K and at least 1 of the others are wanted");
        }
    }
}
