package org.nocturne.routes.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nocturne.learning.store.JobTally.StepTime;
import org.nocturne.learning.store.PipelineTable;
import org.nocturne.routes.run.Status.RunnerLine;

/**
 * Slots, and what they get done.
 *
 * @param lastHour attempts that were done since then, by step
 * @param inAll attempts that have ended, by step
 * @param tasks of pipelines, by process
 */
record MachineView(
        Instant now,
        int slots,
        int busy,
        List<RunnerLine> runners,
        List<StepTime> lastHour,
        List<StepTime> inAll,
        List<PipelineTable.Sum> tasks) {

    static MachineView of(Seen seen) {
        var status = seen.status().get();
        return seen.store()
                .inTransaction(tx -> new MachineView(
                        tx.now(),
                        status.slots(),
                        status.busySlots(),
                        status.runners(),
                        tx.history().doneSince(tx.now().minus(Duration.ofHours(1))),
                        tx.tally().times(),
                        status.tasks()));
    }
}
