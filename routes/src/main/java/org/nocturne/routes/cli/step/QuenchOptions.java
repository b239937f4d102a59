package org.nocturne.routes.cli.step;

import java.util.List;
import org.nocturne.learning.quench.QuenchPlan;
import picocli.CommandLine.Option;

/** How many quenches, how fast, from where to where. */
final class QuenchOptions {
    @Option(
            names = "--rates",
            required = true,
            split = ",",
            paramLabel = "K/PS",
            description = "Rates of cooling in kelvin per picosecond (1 K/ps is 1e12 K/s), such as 10,50.")
    List<Double> rates = List.of();

    @Option(
            names = "--count",
            defaultValue = "4",
            paramLabel = "N",
            description = "Independent quenches at each rate; default ${DEFAULT-VALUE}.")
    int count = 4;

    @Option(
            names = "--melt",
            required = true,
            paramLabel = "KELVIN",
            description = "Temperature of the melt; well above melting, since a perfect crystal superheats.")
    double meltK;

    @Option(
            names = "--melt-time",
            defaultValue = "10",
            paramLabel = "PS",
            description = "How long it is kept there, in picoseconds; default ${DEFAULT-VALUE}.")
    double meltPicoseconds = 10;

    @Option(
            names = "--end",
            defaultValue = "300",
            paramLabel = "KELVIN",
            description = "Where the cooling ends; default ${DEFAULT-VALUE}.")
    double endK = 300;

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    long seed = 1;

    QuenchPlan plan() {
        return new QuenchPlan(rates, count, meltK, meltPicoseconds, endK, seed);
    }
}
