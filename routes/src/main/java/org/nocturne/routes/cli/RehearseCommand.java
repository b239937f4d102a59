package org.nocturne.routes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.forecast.Forecast;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.rehearsal.Finding;
import org.nocturne.routes.rehearsal.ForecastText;
import org.nocturne.routes.rehearsal.Rehearsal;
import org.nocturne.routes.rehearsal.SmallForm;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.ControlSocket;
import org.nocturne.routes.run.FolderTree;
import org.nocturne.routes.run.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a campaign small before the night. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Run a campaign small, with your own code, launcher and files: the same structure, each step of the loop once or twice, one calculation killed on the way,",
            "a trial notice by each way, and what the whole campaign will take. About a minute where a relaxation takes seconds."
        },
        footer = {
            "",
            "Exit codes: 0 nothing stands against the night, 1 something does, 4 the small campaign could not go on.",
            "",
            "Example: nocturne rehearse night.yaml"
        })
final class RehearseCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file.")
    private Path file = Path.of("");

    @Option(names = "--quick", description = "Rehearse it as it runs with --quick.")
    private boolean quick;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Where it runs; runs/NAME-rehearsal unless given, and then an earlier rehearsal there is replaced.")
    private @Nullable Path dir;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ConfigReader.Read read = ConfigReader.read(file, quick);
        Inputs inputs = Campaigns.checked(read);
        CampaignFolder folder = folder(read);
        PrintWriter out = Output.of(spec);
        Rehearsal rehearsal = new Rehearsal(read, inputs, folder, finding -> tell(finding, out));
        Optional<Forecast> forecast = rehearsal.run(file, quick, Campaigns::create, Campaigns::lead);
        forecast.ifPresent(f -> {
            out.println();
            ForecastText.lines(f).forEach(out::println);
        });
        if (forecast.isEmpty()) {
            return ExitCode.CAMPAIGN_FAILED;
        }
        return rehearsal.isGood() ? ExitCode.OK : ExitCode.FAULT;
    }

    private static void tell(Finding finding, PrintWriter out) {
        String word =
                switch (finding.verdict()) {
                    case GOOD -> "good";
                    case OPEN -> "open";
                    case BAD -> "BAD";
                };
        out.printf("%-5s %-10s %s%n", word, finding.what(), finding.told());
        out.flush();
    }

    private CampaignFolder folder(ConfigReader.Read read) throws IOException {
        CampaignFolder folder = dir == null ? SmallForm.folder(Path.of(""), read.config()) : new CampaignFolder(dir);
        if (!folder.exists()) {
            return folder;
        }
        if (dir != null) {
            throw new IllegalArgumentException(dir + ": there is a campaign already; --dir wants a folder without one");
        }
        if (ControlSocket.ask(folder.dir(), "status").isPresent()) {
            throw new IllegalArgumentException(folder.dir() + ": a rehearsal runs here at this moment");
        }
        FolderTree.delete(folder.dir());
        return folder;
    }
}
