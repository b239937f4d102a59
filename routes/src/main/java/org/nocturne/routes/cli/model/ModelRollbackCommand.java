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

/** {@code nocturne model rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description =
                "Takes the latest change of office back; repeated, the one before it. The version that was in office then proposes from "
                        + "the next candidate on. Nothing is deleted. Works while the campaign runs.",
        footer = {"", "Example: nocturne model rollback runs/silicon-300K --why 'long waves too soft'"})
final class ModelRollbackCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Kept in the store and the route log.")
    private String why = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ModelOrder order = new ModelOrder(ModelOrder.Kind.ROLLBACK, 0, why, false);
        new VersionLines(Output.of(spec)).print(order.carryOut(new CampaignFolder(dir)), false);
        return 0;
    }
}
