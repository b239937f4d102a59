package org.nocturne.routes.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.PipelineTable;
import org.nocturne.routes.run.Status;

/** Where a campaign stands, as a person reads it. */
public final class StatusText {
    private StatusText() {}

    /** Line by line: a word, and what there is of it. */
    public static List<String> lines(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add("campaign    " + status.campaign() + ": " + status.state()
                + (status.verdict() == null ? "" : " (" + status.verdict() + ")"));
        for (Status.RunnerLine runner : status.runners()) {
            lines.add("runner      process " + runner.pid() + " on " + runner.host()
                    + (runner.leads() ? ", leads, " : ", ") + runner.running() + " of " + runner.slots() + " slots");
        }
        lines.add("candidates  " + status.candidates() + " of " + status.candidatesPlanned());
        lines.add("jobs        " + status.jobs());
        lines.add("labels      " + status.labels());
        lines.add("models      " + status.retrainings() + " trained, " + status.promoted() + " promoted"
                + (status.champion() == null ? "" : ", v" + status.champion() + " in office"));
        lines.add("rounds      " + status.rounds() + " assessed"
                + (status.bestRwp() == null ? "" : String.format(Locale.ROOT, ", best Rwp %.4f", status.bestRwp())));
        if (status.round() != null) {
            lines.add("verdict     " + status.round().words());
        }
        if (status.variants() != null) {
            lines.add("variants    " + status.variants().inWords());
        }
        if (!status.specimens().isEmpty()) {
            lines.add("second code " + status.specimens());
        }
        if (!status.temperaturesAddedK().isEmpty()) {
            lines.add("also at     "
                    + status.temperaturesAddedK().stream()
                            .map(t -> Kelvin.of(t).toString())
                            .collect(Collectors.joining(", ")));
        }
        status.quarantines().forEach(one -> lines.add("quarantine  " + one));
        lines.add("failures    " + status.failures());
        lines.add("budget      " + status.budget().inWords());
        for (PipelineTable.Sum task : status.tasks()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "tasks       %s: %d ok, %d failed, %.1f core-seconds",
                    task.process(),
                    task.ok(),
                    task.failed(),
                    task.coreSeconds()));
        }
        if (status.work() != null) {
            lines.add("work        " + status.work().inWords());
        }
        lines.add("report      " + status.report());
        return lines;
    }
}
