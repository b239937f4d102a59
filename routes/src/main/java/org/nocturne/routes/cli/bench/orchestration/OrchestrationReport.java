package org.nocturne.routes.cli.bench.orchestration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nocturne.routes.cli.bench.measure.Timed;

/**
 * The table.
 *
 * @param tasks of Nocturne, relaxations and labels of candidates, each with files, hashes, log and score
 * @param cpuMsPerTask processor time of Nocturne itself, its start and end left out
 * @param programCpuMsPerTask that of the wrapper and of the task, which does nothing
 * @param tasksPerS by wall time
 * @param changesPerS changes of a job's state in the store alone, each in a transaction of its own
 * @param loadBefore of the machine over the last minute
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrchestrationReport(
        int tasks,
        double cpuMsPerTask,
        double programCpuMsPerTask,
        double tasksPerS,
        double changesPerS,
        List<PeerRow> peers,
        int repeats,
        double loadBefore) {

    /**
     * Another program with as many tasks; start and end of it included.
     *
     * @param cpuMsPerTask processor time of it and of its tasks
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record PeerRow(String program, int tasks, double cpuMsPerTask, double tasksPerS) {

        static PeerRow of(TaskRunner runner, int tasks, Timed timed) {
            return new PeerRow(
                    runner.program(), tasks, 1000 * timed.processorSeconds() / tasks, tasks / timed.seconds());
        }
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%-12s %6s %18s %18s %9s%n", "", "tasks", "own CPU ms/task", "CPU ms/task", "tasks/s");
        out.printf(
                Locale.ROOT,
                "%-12s %6d %18.1f %18.1f %9.1f%n",
                "nocturne",
                tasks,
                cpuMsPerTask,
                cpuMsPerTask + programCpuMsPerTask,
                tasksPerS);
        for (PeerRow peer : peers) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %6d %18s %18.1f %9.1f%n",
                    peer.program(),
                    peer.tasks(),
                    "",
                    peer.cpuMsPerTask(),
                    peer.tasksPerS());
        }
        out.printf(
                Locale.ROOT,
                "store alone: %.0f changes of state a second, each committed; medians of %d, load before %.1f%n",
                changesPerS,
                repeats,
                loadBefore);
    }
}
