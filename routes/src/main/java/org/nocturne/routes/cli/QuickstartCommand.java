package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.learning.loop.Extension;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The first campaign: runs it, goes on with it, or, once it is finished, says where its report is. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = "Prepare this machine, build, and run configs/silicon-300K.yaml to its report. "
                + "Can be repeated: what is done is not done again.",
        footer = {"", "Example: nocturne quickstart --quick"})
final class QuickstartCommand implements Callable<Integer> {
    private static final String HOME = "nocturne.home";

    @Option(names = "--quick", description = "The small form: under two minutes.")
    private boolean quick;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        Path file = Path.of(System.getProperty(HOME, "")).resolve("configs/silicon-300K.yaml");
        ConfigReader.Read read = ConfigReader.read(file, quick);
        CampaignFolder folder = CampaignFolder.under(Path.of(""), read.config());
        if (!folder.exists()) {
            Campaigns.create(read, folder);
        } else if (StatusReader.read(folder).state().equals("finished")) {
            System.out.println("finished already");
            System.out.println("report: " + folder.report().toAbsolutePath().normalize());
            return ExitCode.OK;
        }
        return Campaigns.run(folder, Extension.none(), options);
    }
}
