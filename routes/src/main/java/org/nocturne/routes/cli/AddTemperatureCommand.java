package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.TemperatureOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a campaign propose and judge at further temperatures. */
@Command(
        name = "add-temperature",
        mixinStandardHelpOptions = true,
        description =
                "Have a campaign propose and judge at further temperatures. Each gets the replicas that those of the file began with; when they "
                        + "are in, candidates go there too. Works while the campaign runs, and before a resume.",
        footer = {"", "Example: nocturne add-temperature runs/silicon-300K 450"})
final class AddTemperatureCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "KELVIN",
            description = "The temperatures; all are added, or none.")
    private List<Double> kelvin = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Kelvin> all = new TemperatureOrder(kelvin).carryOut(new CampaignFolder(dir));
        Output.of(spec)
                .println("proposed and judged is at "
                        + all.stream().map(Kelvin::toString).collect(Collectors.joining(", ")));
        return ExitCode.OK;
    }
}
