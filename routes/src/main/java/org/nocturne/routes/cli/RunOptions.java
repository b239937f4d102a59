package org.nocturne.routes.cli;

import picocli.CommandLine.Option;

/** How a running campaign shows itself. */
final class RunOptions {
    @Option(names = "--json-log", description = "Write the route log as JSON, one object a line.")
    boolean json;

    @Option(
            names = "--lines",
            description = "Print the route log's lines even on a terminal, in place of the progress bar.")
    boolean lines;
}
