package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.watch.Output;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;

/** Reads what runs have answered. A run of many jobs is read once, and its answers are kept until the last of its jobs is recorded. */
final class RunReader {
    private final Store store;
    private final Path campaignDir;
    private final Tasks tasks;
    private final UsualOutput usual;
    private final Map<String, List<Outcome>> shared = new ConcurrentHashMap<>();

    RunReader(Store store, Path campaignDir, Tasks tasks, UsualOutput usual) {
        this.store = store;
        this.campaignDir = campaignDir;
        this.tasks = tasks;
        this.usual = usual;
    }

    /** The jobs that one process does, in the order of its input; one alone as a rule. */
    List<Job> jobs(Job job) {
        return job.sharesItsRun() ? store.inTransaction(tx -> tx.sharedRuns().of(job)) : List.of(job);
    }

    /**
     * What a run that has ended has answered for this job.
     *
     * @param code as this attempt wants it
     */
    Outcome read(Job job, Code code, Finished finished) {
        Path dir = campaignDir.resolve(job.claimedWorkDir());
        if (job.place() != null) {
            List<Outcome> outcomes =
                    shared.computeIfAbsent(job.claimedToken(), token -> readAll(jobs(job), code, token, dir, finished));
            return outcomes.get(job.place());
        }
        Task task = tasks.of(job);
        Outcome outcome = DiskFull.told(code.read(task, job.claimedToken(), dir, finished), dir);
        if (outcome instanceof Outcome.Done) {
            remember(job, task, dir);
        }
        return outcome;
    }

    /** Whether the run of this job, which has been read, does many and has failed for all of them. */
    boolean failedAsOne(Job job) {
        List<Outcome> outcomes = shared.getOrDefault(job.claimedToken(), List.of());
        return outcomes.size() > 1 && outcomes.stream().allMatch(Outcome.Failed.class::isInstance);
    }

    private List<Outcome> readAll(List<Job> jobs, Code code, String token, Path dir, Finished finished) {
        List<Task> asked = jobs.stream().map(tasks::of).toList();
        return code.batches().orElseThrow().read(asked, token, dir, finished).stream()
                .map(outcome -> DiskFull.told(outcome, dir))
                .toList();
    }

    /** Of a run of many it says nothing: how much is written goes by how many they are. */
    private void remember(Job job, Task task, Path dir) {
        try {
            usual.ended(job.step(), task, Output.in(dir).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the answers of all other runs. */
    void keepOnly(Set<String> tokens) {
        shared.keySet().retainAll(tokens);
    }
}
