package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.crash.PowerCut.Disk;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench power}: what is left of campaigns whose machine loses its power. */
@Command(
        name = "power",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs small true campaigns with LAMMPS and cuts their power over and over: kill -9 of all that works in the folder, then the tails of the files that were",
            "written last are cut off or become zeros, the store's file among them. Then the campaign is resumed as a person would, until it is finished. Half of the",
            "cuts meet a disk that keeps what was synced, half one that may tear whatever was written within the last second."
        },
        footer = {
            "",
            "Exit code 1 if anything torn was accepted, or lost for good, done twice or left behind, or a runner did not go on by itself.",
            "",
            "Example: nocturne bench power --quick"
        })
public final class BenchPowerCommand implements Callable<Integer> {
    private static final int ALL = 60;
    private static final int QUICK = 12;
    private static final int OF_A_CAMPAIGN = 6;
    /** Seconds: several in the life of a runner. */
    private static final String BACKUPS = "store: {backup-minutes: 0.05}\n";

    @Option(names = "--quick", description = "12 cuts in place of 60.")
    private boolean quick;

    @Option(names = "--cuts", paramLabel = "N", description = "So many cuts.")
    private @Nullable Integer cuts;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of the moments and the cuts; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--longest-life",
            defaultValue = "15",
            paramLabel = "S",
            description = "Seconds from the start of a runner to the latest cut; default ${DEFAULT-VALUE}.")
    private int longestLife = 15;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "A new folder for the campaigns, which is kept; else a temporary one, kept where something was found.")
    private @Nullable Path work;

    @Option(names = "--json", description = "disks[] and findings as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path program = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench power wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        int wanted = cuts != null ? cuts : quick ? QUICK : ALL;
        Path folder = BenchFolder.make(work, "power");
        Random random = new Random(seed);
        List<Finding> findings = new ArrayList<>();
        List<PowerTable.Line> lines = new ArrayList<>();
        for (Disk disk : Disk.values()) {
            int share = disk == Disk.HONEST ? (wanted + 1) / 2 : wanted / 2;
            lines.add(cut(disk, share, folder, program, random, findings));
        }
        PowerTable table = new PowerTable(seed, "lammps", lines, findings);
        print(table);
        BenchFolder.settle(folder, work != null || !findings.isEmpty(), spec);
        return findings.isEmpty() ? 0 : 1;
    }

    private PowerTable.Line cut(Disk disk, int wanted, Path folder, Path program, Random random, List<Finding> findings)
            throws IOException, InterruptedException {
        PowerCount sum = new PowerCount();
        List<Finding> found = new ArrayList<>();
        int campaigns = 0;
        while (sum.cuts() < wanted) {
            String name = disk.name().toLowerCase(Locale.ROOT) + "-" + ++campaigns;
            CrashCampaign campaign = CrashCampaign.write(folder.resolve(name), program, BACKUPS);
            PowerTrial trial = new PowerTrial(campaign, main(), disk, random, this::tell);
            sum.add(trial.run(Math.min(OF_A_CAMPAIGN, wanted - sum.cuts()), Duration.ofSeconds(longestLife)));
            found.addAll(trial.findings());
        }
        findings.addAll(found);
        return PowerTable.Line.of(disk, campaigns, sum, found);
    }

    private Class<?> main() {
        return Objects.requireNonNull(spec).root().userObject().getClass();
    }

    private void tell(String what) {
        if (!json) {
            Output.errors(spec).println(what);
        }
    }

    private void print(PowerTable table) throws IOException {
        PrintWriter out = Output.of(spec);
        if (json) {
            Output.json(spec, table);
        } else {
            table.print(out);
        }
    }
}
