package org.nocturne.routes.cli.bench.limits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Repeats;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench limits}: what the figures of the other benches can be held against. */
@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What this machine does at best: multiplications and additions, copied memory, blocks synced to a disk and programs started in a second. A few seconds.",
        footer = {"", "Example: nocturne bench limits --work /scratch/limits"})
public final class BenchLimitsCommand implements Callable<Integer> {
    @Mixin
    private Repeats repeats = new Repeats();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder on the disk that is asked; else a temporary one.")
    private @Nullable Path work;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Option(names = "--quick", description = "The same; so that all benches can be asked alike.")
    private boolean quick;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path dir = BenchFolder.make(work, "limits");
        MachineLimits limits;
        try {
            limits = MachineLimits.of(dir, repeats.times());
        } finally {
            BenchFolder.settle(dir, false, spec);
        }
        if (json) {
            Output.json(spec, limits);
            return 0;
        }
        Output.of(spec)
                .printf(
                        Locale.ROOT,
                        "one thread: %.1f GFLOP/s in registers, %.1f GB/s copied in memory%n4 KiB synced to the disk: %.0f a second (%.2f ms)%na program that does nothing: %.2f ms from its start to its end%n",
                        limits.gigaflops(),
                        limits.copiedGigabytes(),
                        limits.syncsPerSecond(),
                        1e3 / limits.syncsPerSecond(),
                        limits.processStartMillis());
        return 0;
    }
}
