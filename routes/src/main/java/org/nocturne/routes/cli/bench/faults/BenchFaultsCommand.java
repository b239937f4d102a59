package org.nocturne.routes.cli.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench faults}: what campaigns make of a code that is faulty. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a small true campaign with LAMMPS for each of a number of faults: a program that stands in for LAMMPS hangs, lies, floods the disk, leaves processes",
            "behind; two runners are started, the clock is set back. Shown are the cause that was recorded, whether the campaign came to its end, and what was lost."
        },
        footer = {
            "",
            "Exit code 1 if anything is not as wanted. What this machine does not allow is skipped, and told.",
            "",
            "Example: nocturne bench faults --only hang"
        })
public final class BenchFaultsCommand implements Callable<Integer> {

    @Option(names = "--only", paramLabel = "NAME", description = "This fault alone; may be given several times.")
    private @Nullable List<String> only;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "A new folder for the campaigns, which is kept; else a temporary one, kept where something is not as wanted.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description =
                    "faults[], as_wanted, skipped and median_seconds as one JSON object; seconds from fault to record.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Fault> faults = only == null
                ? List.of(Fault.values())
                : only.stream().map(Fault::ofWord).toList();
        Path program = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench faults wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        Path folder = BenchFolder.make(work, "faults");
        PrintWriter out = Output.of(spec);
        if (!json) {
            FaultTable.printHead(out);
        }
        List<FaultLine> lines = new ArrayList<>();
        for (Fault fault : faults) {
            FaultLine line = tried(fault, folder.resolve(fault.word()), program);
            lines.add(line);
            if (!json) {
                FaultTable.print(line, out);
                out.flush();
            }
        }
        FaultTable table = FaultTable.of(lines);
        if (json) {
            Output.json(spec, table);
        } else {
            table.printEnd(out);
        }
        BenchFolder.settle(folder, work != null || !table.isAsWanted(), spec);
        return table.isAsWanted() ? 0 : 1;
    }

    private FaultLine tried(Fault fault, Path dir, Path program) throws IOException, InterruptedException {
        Optional<String> lack = Surroundings.lack(fault);
        if (lack.isPresent()) {
            return FaultLine.skipped(fault, lack.get());
        }
        return new FaultTrial(FaultyCampaign.write(dir, fault, program), main()).run();
    }

    private Class<?> main() {
        return Objects.requireNonNull(spec).root().userObject().getClass();
    }
}
