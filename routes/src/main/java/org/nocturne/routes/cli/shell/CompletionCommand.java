package org.nocturne.routes.cli.shell;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nocturne completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print what bash and zsh need to complete the commands and options of nocturne.",
        footer = {
            "",
            "Example: nocturne completion > nocturne-completion.bash",
            "and in ~/.bashrc or ~/.zshrc: source nocturne-completion.bash, with its whole path"
        })
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec == null ? new CommandLine(this) : spec.root().commandLine();
        Output.of(spec).print(AutoComplete.bash("nocturne", root));
        Output.of(spec).flush();
        return 0;
    }
}
