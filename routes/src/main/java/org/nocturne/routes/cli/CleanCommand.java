package org.nocturne.routes.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.WorkArchive;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.TidiedWork;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.WorkConfig.Policy;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.TidiedStanding;
import org.nocturne.routes.run.WorkTidying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tidies the work directories of a campaign that nobody runs. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Pack or remove the work directories of calculations that are done and recorded, of a campaign that is not running. Those of calculations that failed",
            "or were cancelled stay, and so does every file that the store names."
        },
        footer = {
            "",
            "To unpack one: tar xzf work/ab/NAME.tar.gz -C work/ab",
            "",
            "Example: nocturne clean runs/silicon-300K --dry-run"
        })
final class CleanCommand implements Callable<Integer> {
    private static final double MIB = 1 << 20;

    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--remove", description = "Remove them, where they would be packed.")
    private boolean remove;

    @Option(names = "--dry-run", description = "Say how many there are and how large; change nothing.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CampaignFolder folder = new CampaignFolder(dir);
        PrintWriter out = Output.of(spec);
        try (Store store = folder.openStore(folder.configuration().config())) {
            WorkTidying tidying = WorkTidying.ofIdle(folder, store, remove ? Policy.REMOVE : Policy.PACK);
            if (dryRun) {
                tell(tidying.all(), new CampaignFiles(folder.dir()), out);
                return ExitCode.OK;
            }
            tidying.clearLeftovers();
            List<TidiedWork> done = new ArrayList<>();
            tidying.all().forEach(job -> done.add(tidying.tidy(job)));
            out.println(TidiedStanding.of(done).inWords());
            return ExitCode.OK;
        }
    }

    private void tell(List<Job> jobs, CampaignFiles files, PrintWriter out) throws Exception {
        long bytes = 0;
        int there = 0;
        for (Job job : jobs) {
            Path work = files.resolve(job.claimedWorkDir());
            if (Files.isDirectory(work)) {
                bytes += WorkArchive.bytes(work);
                there++;
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "%d work directories of %.1f MiB would be %s; nothing was changed",
                there,
                bytes / MIB,
                remove ? "removed" : "packed"));
    }
}
