package org.nocturne.routes.cli.bench;

import org.nocturne.routes.cli.bench.crash.BenchCrashCommand;
import org.nocturne.routes.cli.bench.crash.BenchPowerCommand;
import org.nocturne.routes.cli.bench.faults.BenchFaultsCommand;
import org.nocturne.routes.cli.bench.io.BenchIoCommand;
import org.nocturne.routes.cli.bench.night.BenchNightCommand;
import org.nocturne.routes.cli.bench.orchestration.BenchOrchestrationCommand;
import org.nocturne.routes.cli.bench.runners.BenchRunnersCommand;
import org.nocturne.routes.cli.bench.scattering.BenchScatteringCommand;
import org.nocturne.routes.cli.bench.slots.BenchSlotsCommand;
import org.nocturne.routes.cli.bench.soak.BenchSoakCommand;
import picocli.CommandLine.Command;

/** {@code nocturne bench}: every figure that is claimed, as a command. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "The figures of the documentation, for your own models, codes and machine.",
        subcommands = {
            BenchVarianceCommand.class,
            BenchSamplingCommand.class,
            BenchScatteringCommand.class,
            BenchOrchestrationCommand.class,
            BenchIoCommand.class,
            BenchAdaptersCommand.class,
            BenchNextflowCommand.class,
            BenchCrashCommand.class,
            BenchPowerCommand.class,
            BenchFaultsCommand.class,
            BenchSlotsCommand.class,
            BenchRunnersCommand.class,
            BenchNightCommand.class,
            BenchSoakCommand.class
        },
        footer = {
            "",
            "Example:",
            "  nocturne bench variance --model model --reference reference --settings silicon.yaml"
        })
public final class BenchCommand {}
