package org.nocturne.routes.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne man}. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = "Write a manual page for each command, for man(1).",
        footer = {"", "Example: nocturne man share/man1", "and then: man share/man1/nocturne-run.1"})
public final class ManCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "Where to; made if need be.")
    private Path dir = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(dir);
        CommandLine root = spec == null ? new CommandLine(this) : spec.root().commandLine();
        Output.of(spec).println(write(root) + " pages: " + dir);
        Output.of(spec).flush();
        return 0;
    }

    private int write(CommandLine command) throws IOException {
        ManPage page = new ManPage(command.getCommandSpec());
        Files.writeString(dir.resolve(page.name() + ".1"), page.text());
        int pages = 1;
        Set<CommandLine> below = new LinkedHashSet<>(command.getSubcommands().values()); // an alias is the same command
        for (CommandLine subcommand : below) {
            pages += write(subcommand);
        }
        return pages;
    }
}
