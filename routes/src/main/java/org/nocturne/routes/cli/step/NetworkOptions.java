package org.nocturne.routes.cli.step;

import picocli.CommandLine.Option;

/** How large a network is, and how long it is trained. */
final class NetworkOptions {
    @Option(
            names = "--cpu-minutes",
            paramLabel = "M",
            description = "CPU minutes of each thread; default ${DEFAULT-VALUE}.")
    double minutes;

    @Option(names = "--steps", paramLabel = "N", description = "Steps, instead of minutes.")
    int steps;

    @Option(names = "--threads", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
    int threads = 1;

    @Option(names = "--seed", description = "Default ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(names = "--channels", paramLabel = "C", description = "Default ${DEFAULT-VALUE}.")
    int channels;

    @Option(names = "--layers", paramLabel = "L", description = "Default ${DEFAULT-VALUE}.")
    int layers;

    /** With the defaults of one kind of network. */
    NetworkOptions(double minutes, int channels, int layers) {
        this.minutes = minutes;
        this.channels = channels;
        this.layers = layers;
    }
}
