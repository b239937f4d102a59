package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import picocli.CommandLine.Option;

/** Which code does the work, and under which conditions. */
final class CodeOptions {
    @Option(names = "--code", defaultValue = "lammps", description = "Name of the code; default ${DEFAULT-VALUE}.")
    String code = "lammps";

    @Option(
            names = "--settings",
            required = true,
            paramLabel = "FILE",
            description = "YAML: the settings of the code, or a campaign file that holds them at code.settings.")
    @Nullable
    Path settings;

    @Option(
            names = "--slots",
            defaultValue = "2",
            paramLabel = "N",
            description = "Runs at the same time; default ${DEFAULT-VALUE}.")
    int slots = 2;

    @Option(
            names = "--limit",
            defaultValue = "10m",
            paramLabel = "TIME",
            converter = LimitConverter.class,
            description = "Wall time of one run: 30s, 10m, 2h; default ${DEFAULT-VALUE}.")
    Duration limit = Duration.ofMinutes(10);

    @Option(
            names = "--work",
            defaultValue = "work",
            paramLabel = "DIR",
            description = "Where the runs lie; default ${DEFAULT-VALUE}. Those of failed runs are always kept.")
    Path work = Path.of("work");

    @Option(names = "--keep", description = "Keep the work directories of good runs too.")
    boolean keep;

    Code open() throws IOException {
        return CodeByName.open(code, Objects.requireNonNull(settings));
    }

    Batch batch(Code opened) {
        if (slots < 1) {
            throw new IllegalArgumentException("--slots is " + slots + "; at least 1 is wanted");
        }
        return new Batch(opened, slots, limit, work.toAbsolutePath(), keep);
    }
}
