package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.crash.BenchCrashCommand;
import org.nocturne.routes.cli.bench.crash.BenchPowerCommand;
import org.nocturne.routes.cli.bench.dashboard.BenchDashboardCommand;
import org.nocturne.routes.cli.bench.faults.BenchFaultsCommand;
import org.nocturne.routes.cli.bench.io.BenchIoCommand;
import org.nocturne.routes.cli.bench.limits.BenchLimitsCommand;
import org.nocturne.routes.cli.bench.network.BenchNetworkCommand;
import org.nocturne.routes.cli.bench.night.BenchNightCommand;
import org.nocturne.routes.cli.bench.orchestration.BenchOrchestrationCommand;
import org.nocturne.routes.cli.bench.runners.BenchRunnersCommand;
import org.nocturne.routes.cli.bench.scattering.BenchScatteringCommand;
import org.nocturne.routes.cli.bench.slots.BenchSlotsCommand;
import org.nocturne.routes.cli.bench.soak.BenchSoakCommand;
import org.nocturne.routes.cli.bench.store.BenchStoreCommand;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench}: every figure that is claimed, as a command; by itself, what can be measured on any machine within minutes. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The figures of the documentation, for your own models, codes and machine.",
            "Without a command: scattering, sampling, orchestration, io and limits one after the other, in their quick forms, in about three minutes."
        },
        subcommands = {
            BenchVarianceCommand.class,
            BenchSamplingCommand.class,
            BenchScatteringCommand.class,
            BenchOrchestrationCommand.class,
            BenchIoCommand.class,
            BenchLimitsCommand.class,
            BenchNetworkCommand.class,
            BenchAdaptersCommand.class,
            BenchNextflowCommand.class,
            BenchCrashCommand.class,
            BenchPowerCommand.class,
            BenchFaultsCommand.class,
            BenchSlotsCommand.class,
            BenchDashboardCommand.class,
            BenchStoreCommand.class,
            BenchRunnersCommand.class,
            BenchNightCommand.class,
            BenchSoakCommand.class
        },
        footer = {
            "",
            "Example:",
            "  nocturne bench",
            "  nocturne bench variance --model model --reference reference --settings silicon.yaml"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final List<String> SHORT = List.of("scattering", "sampling", "orchestration", "io", "limits");

    @Option(names = "--json", description = "One JSON object, with what each of them prints under its name.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** The exit code of the first that failed; the others are run all the same. */
    @Override
    public Integer call() throws IOException {
        int worst = 0;
        ObjectNode all = new ObjectMapper().createObjectNode();
        Map<String, CommandLine> benches =
                Objects.requireNonNull(spec).commandLine().getSubcommands();
        for (String name : SHORT) {
            CommandLine bench = Objects.requireNonNull(benches.get(name));
            int code = json ? collect(name, bench, all) : show(name, bench);
            worst = worst == 0 ? code : worst;
        }
        if (json) {
            Output.json(spec, all);
        }
        return worst;
    }

    private int show(String name, CommandLine bench) {
        Output.of(spec).printf("%n%s%n%n", name);
        Output.of(spec).flush();
        return bench.execute("--quick");
    }

    private static int collect(String name, CommandLine bench, ObjectNode into) throws IOException {
        StringWriter text = new StringWriter();
        int code = bench.setOut(new PrintWriter(text, true)).execute("--quick", "--json");
        if (code == 0) {
            into.set(name, new ObjectMapper().readTree(text.toString()));
        }
        return code;
    }
}
