package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** One command line, run inside the test, with the mapping of errors that the main class has. */
record CommandRun(int code, String output, String error) {

    @Command(
            name = "nocturne",
            subcommands = {
                ScatterCommand.class,
                SampleCommand.class,
                RelaxCommand.class,
                LabelCommand.class,
                TrainCommand.class
            })
    static final class Root {}

    static CommandRun of(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line = new CommandLine(new Root())
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(error, true))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    command.getErr().println(thrown.getMessage());
                    return 2;
                });
        return new CommandRun(line.execute(arguments), output.toString(), error.toString());
    }
}
