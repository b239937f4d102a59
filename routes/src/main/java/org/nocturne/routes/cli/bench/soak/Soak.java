package org.nocturne.routes.cli.bench.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nocturne.learning.loop.Deadline;
import org.nocturne.learning.loop.Extension;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.bench.inputs.Unwatched;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.notify.Voice;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.CampaignRunner;
import org.nocturne.routes.run.CampaignVerification;
import org.nocturne.routes.run.Inputs;

/** One campaign over many nights in this process: each evening it is resumed, each morning its deadline ends it, as a person would have it. */
final class Soak {
    private static final Extension UNTIL_MORNING = new Extension(new Deadline("08:00"), null, null, null, null);

    private final CampaignFolder folder;
    private final NightClock clock;
    private final Consumer<Night> told;
    private int jobsBefore;
    private int failedBefore;

    /** @param told of each night */
    Soak(CampaignFolder folder, NightClock clock, Consumer<Night> told) {
        this.folder = folder;
        this.clock = clock;
        this.told = told;
    }

    List<Night> run(int nights) throws Exception {
        List<Night> all = new ArrayList<>();
        for (int k = 1; k <= nights; k++) {
            Night night = night(k);
            all.add(night);
            told.accept(night);
            clock.nextEvening();
        }
        return all;
    }

    private Night night(int number) throws Exception {
        OpenHeap openHeap = new OpenHeap(clock);
        CampaignRunner.Ending ending = lead(openHeap);
        return seen(number, ending, openHeap.mb());
    }

    private CampaignRunner.Ending lead(OpenHeap openHeap) throws Exception {
        ConfigReader.Read read = folder.configuration();
        Inputs inputs = Inputs.open(read);
        Beside.Opening beside = openHeap.and(Voice.opening(read));
        return new CampaignRunner(
                        folder,
                        inputs,
                        UNTIL_MORNING,
                        false,
                        event -> {},
                        new Unwatched(),
                        store -> CampaignReport.write(folder, store, inputs),
                        beside)
                .by(clock)
                .lead();
    }

    private Night seen(int number, CampaignRunner.Ending ending, double openHeapMb)
            throws IOException, InterruptedException {
        Footprint left = Footprint.now();
        try (Store store = folder.openStore(folder.configuration().config())) {
            CampaignVerification found = CampaignVerification.of(folder, store);
            List<Job> ended = store.inTransaction(tx -> tx.jobs().all()).stream()
                    .filter(job -> job.endedAt() != null)
                    .toList();
            int failed = (int) ended.stream()
                    .filter(job -> job.state() == Job.State.FAILED)
                    .count();
            Night night = new Night(
                    number,
                    ending.name(),
                    ended.size() - jobsBefore,
                    failed - failedBefore,
                    (int) store.inTransaction(tx -> tx.models().all()).stream()
                            .filter(model -> model.firedBy().equals("clock"))
                            .count(),
                    store.inTransaction(tx -> tx.tally().candidatesByState()).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum(),
                    openHeapMb,
                    left,
                    found.found().broken().size()
                            + found.found().changed().size()
                            + (found.log().fault() == null ? 0 : 1));
            jobsBefore = ended.size();
            failedBefore = failed;
            return night;
        }
    }
}
