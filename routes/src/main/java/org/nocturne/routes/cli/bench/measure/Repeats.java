package org.nocturne.routes.cli.bench.measure;

import picocli.CommandLine.Option;

/** The option of benches that give a median. */
public final class Repeats {
    @Option(
            names = "--repeats",
            defaultValue = "5",
            paramLabel = "N",
            description = "Times each is timed; default ${DEFAULT-VALUE}.")
    private int repeats = 5;

    /** @throws IllegalArgumentException if there are none */
    public int times() {
        if (repeats < 1) {
            throw new IllegalArgumentException("--repeats is " + repeats + "; it must be at least 1");
        }
        return repeats;
    }
}
