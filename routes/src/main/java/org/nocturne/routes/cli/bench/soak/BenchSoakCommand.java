package org.nocturne.routes.cli.bench.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench soak}: whether one process needs more from night to night. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs one campaign over many nights in one process: by a clock on which the time from 18:00 to 08:00 passes in seconds it is begun or resumed each evening, and",
            "ended each morning by its deadline. Calculations are real ones of LAMMPS, of which one in ten fails at random. After each night: heap after garbage",
            "collection, threads, open files, and what verify finds. From night 3 on all must stay within 10 %% of night 3."
        },
        footer = {
            "",
            "Exit code 1 if anything grew, or was not as it should be.",
            "",
            "Example: nocturne bench soak --nights 30"
        })
public final class BenchSoakCommand implements Callable<Integer> {
    private static final int QUICK = 5;
    private static final Duration NIGHT = Duration.ofHours(14);
    /** A Sunday evening, in no night on which clocks are changed. */
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 7);

    @Option(
            names = "--nights",
            defaultValue = "30",
            paramLabel = "N",
            description = "So many; default ${DEFAULT-VALUE}.")
    private int nights = 30;

    @Option(names = "--quick", description = "5 nights.")
    private boolean quick;

    @Option(
            names = "--seconds",
            defaultValue = "12",
            paramLabel = "S",
            description = "That a night takes; default ${DEFAULT-VALUE}.")
    private double seconds = 12;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of the failures; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "A new folder for the campaign, which is kept; else a temporary one, kept where something was found.")
    private @Nullable Path work;

    @Option(names = "--json", description = "nights[] and faults as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path lammps = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench soak wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        Path dir = BenchFolder.make(work, "soak");
        NightClock clock = new NightClock(FIRST, ZoneId.systemDefault(), NIGHT.toSeconds() / seconds, System::nanoTime);
        Soak soak = new Soak(SoakCampaign.make(dir, lammps, seed), clock, this::tell);
        SoakTable table = SoakTable.of(seed, soak.run(quick ? QUICK : nights));
        print(table);
        BenchFolder.settle(dir, work != null || !table.faults().isEmpty(), spec);
        return table.faults().isEmpty() ? 0 : 1;
    }

    private void tell(Night night) {
        if (!json) {
            Output.errors(spec)
                    .printf(
                            Locale.ROOT,
                            "night %d: %d jobs, %d failed, heap %.1f MB%n",
                            night.number(),
                            night.jobs(),
                            night.failed(),
                            night.left().heapMb());
        }
    }

    private void print(SoakTable table) throws Exception {
        if (json) {
            Output.json(spec, table);
        } else {
            table.print(Output.of(spec));
        }
    }
}
