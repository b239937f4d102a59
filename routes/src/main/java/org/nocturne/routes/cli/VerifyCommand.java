package org.nocturne.routes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a campaign that nobody runs is what its store says. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Read a campaign that is not running: what must always hold in its store, the hash of every file that the store names, and that the log is a prefix of",
            "the events. Nothing is changed."
        },
        footer = {
            "",
            "Exit code 1 if anything is not as it should be.",
            "",
            "Example: nocturne verify runs/silicon-300K"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--json", description = "All of it as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CampaignVerification found = CampaignVerification.of(new CampaignFolder(dir));
        PrintWriter out = Output.of(spec);
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(found));
        } else {
            tell(found, out);
        }
        return found.isSound() ? ExitCode.OK : ExitCode.FAULT;
    }

    private static void tell(CampaignVerification seen, PrintWriter out) {
        out.println("store  " + (seen.found().broken().isEmpty() ? "holds what must hold" : "BROKEN"));
        seen.found()
                .broken()
                .forEach((invariant, rows) -> out.println("       not so: " + invariant.words() + ": " + rows));
        int changed = seen.found().changed().size();
        out.println("files  " + (seen.found().files() - changed) + " of "
                + seen.found().files() + " as recorded");
        seen.found().changed().forEach(file -> out.println("       " + file));
        out.println("log    " + seen.log().lines() + " lines, of " + seen.log().events() + " events");
        if (seen.log().fault() != null) {
            out.println("       " + seen.log().fault());
        }
    }
}
