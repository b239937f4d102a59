package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.nocturne.routes.cli.NocturneCli;
import picocli.CommandLine;

/** One command line, run inside the test, as the main class does. */
public record CommandRun(int code, String output, String error) {

    public static CommandRun of(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line =
                NocturneCli.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(error, true));
        return new CommandRun(line.execute(arguments), output.toString(), error.toString());
    }
}
