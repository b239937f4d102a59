package org.nocturne.routes.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nocturne.routes.cli.adapter.AdapterCommand;
import org.nocturne.routes.cli.bench.BenchCommand;
import org.nocturne.routes.cli.init.InitCommand;
import org.nocturne.routes.cli.model.ModelCommand;
import org.nocturne.routes.cli.nextflow.NextflowCommand;
import org.nocturne.routes.cli.shell.CompletionCommand;
import org.nocturne.routes.cli.shell.ManCommand;
import org.nocturne.routes.cli.shell.SchemaCommand;
import org.nocturne.routes.cli.step.ConditionCommand;
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
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The commands below {@code nocturne}, in the order of its help. */
final class Subcommands {
    private static final List<Class<?>> ALL = List.of(
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
            ConditionCommand.class,
            ImportCommand.class,
            InferCommand.class,
            ModelCommand.class,
            AdapterCommand.class,
            NextflowCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            SchemaCommand.class,
            HelpCommand.class);

    /** These tell of all the others. */
    private static final List<Class<?>> WANT_ALL =
            List.of(CompletionCommand.class, ManCommand.class, HelpCommand.class);

    private Subcommands() {}

    static CommandLine all(CommandLine line) {
        ALL.forEach(each -> add(line, each));
        return line;
    }

    /** One of them where the first argument is its name; for the help of the whole their names and first lines; else all. */
    static CommandLine needed(CommandLine line, String... arguments) {
        boolean help = arguments.length == 0
                || arguments.length == 1 && List.of("-h", "--help").contains(arguments[0]);
        if (help) {
            ALL.forEach(each -> line.addSubcommand(titled(each)));
            return line;
        }
        Optional<Class<?>> one =
                ALL.stream().filter(each -> name(each).equals(arguments[0])).findFirst();
        if (one.filter(each -> !WANT_ALL.contains(each)).isPresent()) {
            add(line, one.get());
            return line;
        }
        return all(line);
    }

    private static void add(CommandLine line, Class<?> command) {
        line.addSubcommand(command);
        if (command == NextflowCommand.class) {
            NextflowCommand.passOn(Objects.requireNonNull(line.getSubcommands().get(name(command))));
        }
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** What stands for a command in a list of them. */
    private static CommandSpec titled(Class<?> command) {
        Command annotation = command.getAnnotation(Command.class);
        CommandSpec spec = CommandSpec.create().name(annotation.name());
        spec.usageMessage()
                .header(annotation.header())
                .description(annotation.description())
                .hidden(annotation.hidden());
        return spec;
    }
}
