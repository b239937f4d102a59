package org.nocturne.routes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.forecast.Forecast;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.rehearsal.ForecastText;
import org.nocturne.routes.rehearsal.Forecasts;
import org.nocturne.routes.rehearsal.SmallForm;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Predicts what a campaign will take. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Say what a campaign will take: jobs, hours, disk; from what its rehearsal took, or an earlier campaign.",
            "Nothing is run and nothing written."
        },
        footer = {"", "Example: nocturne plan night.yaml"})
final class PlanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file.")
    private Path file = Path.of("");

    @Option(names = "--quick", description = "Lay the file's block 'quick' over the rest.")
    private boolean quick;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "Folder of a campaign with the same code and as many atoms; runs/NAME-rehearsal unless given.")
    private @Nullable Path from;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConfigReader.Read read = ConfigReader.read(file, quick);
        CampaignFolder measured =
                from == null ? SmallForm.folder(Path.of(""), read.config()) : new CampaignFolder(from);
        if (!measured.exists()) {
            throw new IllegalArgumentException(
                    measured.dir() + ": there is no campaign to measure by; 'nocturne rehearse " + file
                            + "' makes one, --from names another");
        }
        Forecast forecast = Forecasts.of(Inputs.open(read), measured);
        PrintWriter out = Output.of(spec);
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(forecast));
        } else {
            ForecastText.lines(forecast).forEach(out::println);
            out.println("measured in " + measured.dir());
        }
        return ExitCode.OK;
    }
}
