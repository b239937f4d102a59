package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: as its command line was told, so that a test can hold it. */
public final class Output {
    private Output() {}

    public static PrintWriter of(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    public static PrintWriter errors(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }
}
