package org.nocturne.routes.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.ModelOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne model list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Every version with its verdict; * is in office. Works while the campaign runs.",
        footer = {"", "Example: nocturne model list runs/silicon-300K --json"})
final class ModelListCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--json", description = "All of it as one JSON object, with every term of office.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        new VersionLines(Output.of(spec)).print(ModelOrder.list().carryOut(new CampaignFolder(dir)), json);
        return 0;
    }
}
