package org.nocturne.routes.cli;

import java.util.Objects;
import org.nocturne.routes.cli.adapter.AdapterCommand;
import org.nocturne.routes.cli.bench.BenchCommand;
import org.nocturne.routes.cli.bench.crash.CrashOrder;
import org.nocturne.routes.cli.init.InitCommand;
import org.nocturne.routes.cli.model.ModelCommand;
import org.nocturne.routes.cli.nextflow.NextflowCommand;
import org.nocturne.routes.cli.shell.CompletionCommand;
import org.nocturne.routes.cli.shell.ManCommand;
import org.nocturne.routes.cli.shell.SchemaCommand;
import org.nocturne.routes.cli.step.ImportCommand;
import org.nocturne.routes.cli.step.InferCommand;
import org.nocturne.routes.cli.step.LabelCommand;
import org.nocturne.routes.cli.step.QuenchCommand;
import org.nocturne.routes.cli.step.ReferenceCommand;
import org.nocturne.routes.cli.step.RefineCommand;
import org.nocturne.routes.cli.step.RelaxCommand;
import org.nocturne.routes.cli.step.SampleCommand;
import org.nocturne.routes.cli.step.ScatterCommand;
import org.nocturne.routes.cli.step.TrainCommand;
import org.nocturne.routes.cli.step.TrainVariantsCommand;
import org.nocturne.routes.cli.step.VariantsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code nocturne}. */
@Command(
        name = "nocturne",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Closed-loop structure discovery that runs unattended overnight.",
        subcommands = {
            QuickstartCommand.class,
            InitCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            RehearseCommand.class,
            NotifyCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            JoinCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            LogCommand.class,
            StopCommand.class,
            AddTemperatureCommand.class,
            DashboardCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            CleanCommand.class,
            DoctorCommand.class,
            ScatterCommand.class,
            TrainCommand.class,
            TrainVariantsCommand.class,
            VariantsCommand.class,
            SampleCommand.class,
            RelaxCommand.class,
            LabelCommand.class,
            ReferenceCommand.class,
            QuenchCommand.class,
            RefineCommand.class,
            ImportCommand.class,
            InferCommand.class,
            ModelCommand.class,
            AdapterCommand.class,
            NextflowCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            SchemaCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Begin with: nocturne quickstart",
            "To test this checkout: nocturne test",
            "Exit codes: 0 done, 1 fault, 2 bad input, 3 missing program, 4 campaign failed, 5 store in use, 6 budget spent, 7 disk full, 130 stopped."
        })
public final class NocturneCli {

    public static void main(String[] arguments) {
        CrashOrder.ofThisJvm().ifPresent(CrashOrder::obey);
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its error handling, for tests and completion. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new NocturneCli())
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageErrors());
        NextflowCommand.passOn(Objects.requireNonNull(line.getSubcommands().get("nextflow")));
        return line;
    }
}
