package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.crash.Death.Way;
import org.nocturne.routes.cli.bench.crash.Life.End;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench crash}: what is left of campaigns whose runner is killed over and over. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs small true campaigns with LAMMPS and kills their runner over and over: at every point of the code where only one of two steps has been done, and at",
            "random moments; the runner alone, and all that it has started. After each death the store, the files and the log are examined, and the campaign is",
            "resumed as a person would."
        },
        footer = {
            "",
            "Exit code 1 if anything was lost, done twice, torn or left behind, or a runner did not go on by itself.",
            "",
            "Example: nocturne bench crash --quick"
        })
public final class BenchCrashCommand implements Callable<Integer> {
    private static final int ALL = 300;
    private static final int QUICK = 40;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);

    @Option(names = "--quick", description = "40 kills in place of 300.")
    private boolean quick;

    @Option(names = "--kills", paramLabel = "N", description = "So many kills.")
    private @Nullable Integer kills;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of the order of deaths; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--peers",
            description =
                    "Then kills make, GNU parallel and snakemake, where they are installed, in the middle of six tasks, and gives the same command again.")
    private boolean peers;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "A new folder for the campaigns, which is kept; else a temporary one, kept where something was found.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description =
                    "kills, lost, duplicated, torn, orphans, second_copies, refused, broken, deaths, peers[] and findings as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, Map<String, Integer>> deaths = new TreeMap<>();
    private int killed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path program = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench crash wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        int wanted = kills != null ? kills : quick ? QUICK : ALL;
        Path folder = BenchFolder.make(work, "crash");
        Deaths plan = new Deaths(seed, LONGEST_LIFE);
        List<Finding> findings = new ArrayList<>();
        int campaigns = 0;
        while (killed < wanted) {
            CrashCampaign campaign = CrashCampaign.write(folder.resolve("campaign-" + ++campaigns), program);
            findings.addAll(
                    new Trial(campaign, main(), (death, end) -> tell(death, end, wanted)).run(plan, wanted - killed));
        }
        List<PeerLine> beside = peers ? peers(folder) : List.of();
        CrashTable table = CrashTable.of(seed, "lammps", campaigns, killed, deaths, findings, beside);
        print(table);
        BenchFolder.settle(folder, work != null || !findings.isEmpty(), spec);
        return findings.isEmpty() ? 0 : 1;
    }

    private static List<PeerLine> peers(Path folder) throws IOException, InterruptedException {
        List<PeerLine> lines = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            if (Programs.find(peer.program()).isPresent()) {
                for (Way way : List.of(Way.RUNNER, Way.TREE)) {
                    lines.add(new PeerTrial(peer, folder.resolve(peer.program() + "-" + way)).run(way));
                }
            }
        }
        return lines;
    }

    private Class<?> main() {
        return Objects.requireNonNull(spec).root().userObject().getClass();
    }

    private void tell(Death death, End end, int wanted) {
        if (end == End.KILLED) {
            killed++;
            deaths.computeIfAbsent(death.where(), w -> new TreeMap<>())
                    .merge(death.way().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        if (!json) {
            Output.errors(spec)
                    .printf(
                            "%4d of %d  %-9s %s%n",
                            killed, wanted, end.name().toLowerCase(Locale.ROOT), death.inWords());
        }
    }

    private void print(CrashTable table) throws IOException {
        PrintWriter out = Output.of(spec);
        if (json) {
            Output.json(spec, table);
        } else {
            CrashText.print(table, out);
        }
    }
}
