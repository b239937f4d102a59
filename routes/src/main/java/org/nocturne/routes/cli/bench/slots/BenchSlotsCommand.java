package org.nocturne.routes.cli.bench.slots;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a campaign leaves of its slots to the code. */
@Command(
        name = "slots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a true campaign with LAMMPS whose calculations all take the same time, and says which share of the time of the slots they were at work, by what the",
            "program itself wrote down, while there was work for every slot: from the begin of the first relaxation to the begin of the last label."
        },
        footer = {"", "Example: nocturne bench slots --seconds 5 --candidates 24 --slots 2"})
public final class BenchSlotsCommand implements Callable<Integer> {
    @Mixin
    private SleepyOptions tasks = new SleepyOptions();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the campaign, which is kept; else a temporary one is left.")
    private @Nullable Path work;

    @Option(names = "--json", description = "tasks, seconds, share, betweenMillis and load as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What was measured.
     *
     * @param load of the machine over the last minute, at the end
     */
    record Line(double taskSeconds, int slots, SlotShare share, double load) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        SleepyCampaign campaign = tasks.write(BenchFolder.make(work, "slots"));
        Class<?> main = Objects.requireNonNull(spec).root().userObject().getClass();
        SlotShare share = campaign.toItsEnd(campaign.start(main));
        print(new Line(
                campaign.taskSeconds(),
                campaign.slots(),
                share,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return 0;
    }

    private void print(Line line) throws IOException {
        PrintWriter out = Output.of(spec);
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(line));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d calculations of %s s on %d slots: %.2f %% of the time of the slots in the program, %.0f ms between two (load %.1f)%n",
                line.share().tasks(),
                line.taskSeconds(),
                line.slots(),
                100 * line.share().share(),
                line.share().betweenMillis(),
                line.load());
    }
}
