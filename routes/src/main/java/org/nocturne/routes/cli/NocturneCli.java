package org.nocturne.routes.cli;

import org.nocturne.routes.cli.bench.crash.CrashOrder;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code nocturne}. */
@Command(
        name = "nocturne",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Closed-loop structure discovery that runs unattended overnight.",
        footer = {
            "",
            "Begin with: nocturne quickstart",
            "To test this checkout: nocturne test",
            "Exit codes: 0 done, 1 fault, 2 bad input, 3 missing program, 4 campaign failed, 5 store in use, 6 budget spent, 7 disk full, 130 stopped."
        })
public final class NocturneCli {

    public static void main(String[] arguments) {
        CrashOrder.ofThisJvm().ifPresent(CrashOrder::obey);
        System.exit(commandLine(arguments).execute(arguments));
    }

    /** The whole command line with its error handling, for tests and completion. */
    public static CommandLine commandLine() {
        return handled(Subcommands.all(new CommandLine(new NocturneCli())));
    }

    /** As much of it as some arguments need: all commands together take longer to be looked through than most to be carried out. */
    static CommandLine commandLine(String... arguments) {
        return handled(Subcommands.needed(new CommandLine(new NocturneCli()), arguments));
    }

    private static CommandLine handled(CommandLine line) {
        return line.setExecutionExceptionHandler(new Failures()).setParameterExceptionHandler(new UsageErrors());
    }
}
