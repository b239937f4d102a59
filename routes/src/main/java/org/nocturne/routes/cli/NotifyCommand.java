package org.nocturne.routes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.notify.VoiceTrial;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the ways by which a campaign tells people. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description = "Send a trial notice by each way that a campaign file gives, and say which arrived.",
        footer = {"", "Example: nocturne notify night.yaml"})
final class NotifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE|DIR", description = "A campaign file, or the folder of a campaign.")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Optional<String>> answers = VoiceTrial.of(read());
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(file + ": it has no block 'notify', so nobody is told anything");
        }
        answers.forEach((way, why) -> System.out.printf(
                "%-10s %s%n", way, why.map(w -> "did not arrive: " + w).orElse("sent")));
        return answers.values().stream().allMatch(Optional::isEmpty) ? ExitCode.OK : ExitCode.FAULT;
    }

    private ConfigReader.Read read() {
        return Files.isDirectory(file) ? new CampaignFolder(file).configuration() : ConfigReader.read(file, false);
    }
}
