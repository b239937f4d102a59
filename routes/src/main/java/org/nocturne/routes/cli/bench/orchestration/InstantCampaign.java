package org.nocturne.routes.cli.bench.orchestration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.learning.loop.Extension;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.cli.bench.inputs.Unwatched;
import org.nocturne.routes.cli.bench.measure.ProcessorTime;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.CampaignRunner;
import org.nocturne.routes.run.Inputs;

/** A true campaign, run in this process with {@link InstantCode}: store, routes, launcher, files, log and report are those of every campaign. */
public final class InstantCampaign {

    /**
     * What one took.
     *
     * @param tasks calculations that were done
     * @param seconds from its start to its end
     * @param ownSeconds processor time of this program
     * @param programSeconds that of the programs it started: the wrapper and the calculation's own
     */
    public record Cost(int tasks, double seconds, double ownSeconds, double programSeconds) {}

    private InstantCampaign() {}

    /**
     * Runs it to its end in the folder {@code run} inside.
     *
     * @param dir a new folder
     */
    public static Cost run(Path dir, int candidates) throws Exception {
        PerfectSilicon.write(dir, 2);
        Path file = Files.writeString(
                dir.resolve("orchestration.yaml"),
                BenchText.of(InstantCampaign.class, "campaign.yaml")
                        .replace("@CANDIDATES@", String.valueOf(candidates)));
        CampaignFolder folder = new CampaignFolder(dir.resolve("run"));
        folder.create(ConfigReader.read(file, false), Optional.empty(), Optional.empty());
        double own = ProcessorTime.nanos() / 1e9;
        double programs = ProcessorTime.secondsOfEndedChildren();
        long begun = System.nanoTime();
        CampaignRunner.Ending ending = lead(folder);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (ending != CampaignRunner.Ending.FINISHED) {
            throw new IllegalStateException("the campaign in " + dir + " ended as " + ending);
        }
        return new Cost(
                done(folder),
                seconds,
                ProcessorTime.nanos() / 1e9 - own,
                ProcessorTime.secondsOfEndedChildren() - programs);
    }

    private static CampaignRunner.Ending lead(CampaignFolder folder) throws Exception {
        Inputs read = Inputs.open(folder.configuration());
        Inputs inputs = new Inputs(
                read.config(),
                read.target(),
                read.start(),
                new InstantCode(read.start()),
                read.audit(),
                read.observable(),
                read.comparison(),
                read.plan());
        return new CampaignRunner(
                        folder,
                        inputs,
                        Extension.none(),
                        false,
                        event -> {},
                        new Unwatched(),
                        store -> CampaignReport.write(folder, store, inputs),
                        Beside.NOTHING)
                .lead();
    }

    private static int done(CampaignFolder folder) {
        try (Store store = folder.openStore(folder.configuration().config())) {
            return store.inTransaction(tx -> tx.jobs().count(Job.State.DONE));
        }
    }
}
