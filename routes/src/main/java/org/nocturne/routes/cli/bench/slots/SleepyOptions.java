package org.nocturne.routes.cli.bench.slots;

import java.io.IOException;
import java.nio.file.Path;
import org.nocturne.adapters.launch.Programs;
import picocli.CommandLine.Option;

/** The options of benches whose campaign consists of calculations that all take the same time. */
public final class SleepyOptions {
    @Option(
            names = "--seconds",
            defaultValue = "5",
            paramLabel = "S",
            description = "Of one calculation; default ${DEFAULT-VALUE}.")
    private double seconds = 5;

    @Option(
            names = "--candidates",
            defaultValue = "24",
            paramLabel = "N",
            description = "Each is relaxed and labelled; default ${DEFAULT-VALUE}.")
    private int candidates = 24;

    @Option(
            names = "--slots",
            defaultValue = "2",
            paramLabel = "N",
            description = "Calculations at once; default ${DEFAULT-VALUE}.")
    private int slots = 2;

    public int candidates() {
        return candidates;
    }

    /**
     * Writes one.
     *
     * @param dir that is there
     * @throws IllegalArgumentException without LAMMPS
     */
    public SleepyCampaign write(Path dir) throws IOException {
        Path lammps = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "this bench wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        return SleepyCampaign.write(dir, lammps, seconds, candidates, slots);
    }
}
