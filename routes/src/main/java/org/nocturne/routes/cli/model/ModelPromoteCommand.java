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

/** {@code nocturne model promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Puts a version into office: it proposes from the next candidate on. Its files are checked by hash and it is tried at "
                        + "every temperature first. Works while the campaign runs.",
        footer = {"", "Example: nocturne model promote runs/silicon-300K 2 --why 'v3 saw one basin only'"})
final class ModelPromoteCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Parameters(index = "1", paramLabel = "VERSION", description = "Its number, as nocturne model list prints it.")
    private int version;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Kept in the store and the route log.")
    private String why = "";

    @Option(names = "--force", description = "Also a version that the held-out replicas were against.")
    private boolean force;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ModelOrder order = new ModelOrder(ModelOrder.Kind.PROMOTE, version, why, force);
        new VersionLines(Output.of(spec)).print(order.carryOut(new CampaignFolder(dir)), false);
        return 0;
    }
}
