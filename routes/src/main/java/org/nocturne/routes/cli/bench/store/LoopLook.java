package org.nocturne.routes.cli.bench.store;

import java.util.Optional;
import org.nocturne.core.work.Step;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.store.Store;

/** What a runner that leads asks its store after each change: what is to be started, proposed, judged, learned, scored and tidied, and whether it ends. */
final class LoopLook {
    private static final int BUFFER = 4;

    private final Store store;
    private final CampaignPlan plan;
    private final Progress progress;
    private final Budget budget;

    LoopLook(Store store, CampaignPlan plan, Budget budget) {
        this.store = store;
        this.plan = plan;
        this.progress = new Progress(plan, store);
        this.budget = budget;
    }

    /** Asks it all. */
    void ask() {
        progress.wantsCandidate(BUFFER);
        budget.mayBegin(Step.RELAX);
        progress.turn(Step.RELAX);
        Optional<Integer> version =
                store.inTransaction(tx -> tx.models().champion()).map(model -> model.version());
        store.inTransaction(tx -> tx.candidates().countByTemperature(version.orElse(null)));
        long upTo = store.inTransaction(tx -> tx.tally().allEndedUpTo());
        store.inTransaction(tx -> tx.frames().withoutPattern(plan.temperature(), upTo));
        store.inTransaction(tx -> tx.jobs().untidied(upTo, 1));
        progress.roundToAssess();
        progress.roundToAudit();
        progress.retrainingIsDue();
        progress.isFinished();
        progress.stalled();
        progress.hopeless();
        store.inTransaction(tx -> tx.tally().candidatesByState());
    }
}
