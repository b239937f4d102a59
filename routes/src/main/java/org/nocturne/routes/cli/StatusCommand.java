package org.nocturne.routes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a campaign stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Where a campaign stands; works while it runs, from any shell, without disturbing it.",
        footer = {"", "Example: nocturne status runs/silicon-300K --json"})
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--json", description = "All of it as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Status status = StatusReader.read(new CampaignFolder(dir));
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(status));
            return ExitCode.OK;
        }
        System.out.println("campaign    " + status.campaign() + ": " + status.state()
                + (status.verdict() == null ? "" : " (" + status.verdict() + ")"));
        for (Status.RunnerLine runner : status.runners()) {
            System.out.println("runner      process " + runner.pid() + " on " + runner.host()
                    + (runner.leads() ? ", leads, " : ", ") + runner.running() + " of " + runner.slots() + " slots");
        }
        System.out.println("candidates  " + status.candidates() + " of " + status.candidatesPlanned());
        System.out.println("jobs        " + status.jobs());
        System.out.println("labels      " + status.labels());
        System.out.println("models      " + status.retrainings() + " trained, " + status.promoted() + " promoted"
                + (status.champion() == null ? "" : ", v" + status.champion() + " in office"));
        System.out.println("rounds      " + status.rounds() + " assessed"
                + (status.bestRwp() == null ? "" : String.format(", best Rwp %.4f", status.bestRwp())));
        if (status.round() != null) {
            System.out.println("verdict     " + status.round().words());
        }
        if (!status.specimens().isEmpty()) {
            System.out.println("second code " + status.specimens());
        }
        status.quarantines().forEach(one -> System.out.println("quarantine  " + one));
        System.out.println("failures    " + status.failures());
        System.out.println("budget      " + status.budget().inWords());
        if (status.work() != null) {
            System.out.println("work        " + status.work().inWords());
        }
        System.out.println("report      " + status.report());
        return ExitCode.OK;
    }
}
