package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Command;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.Job;

/** Writes the inputs of claimed jobs and starts their processes. */
final class RunStarter {
    private final Path campaignDir;
    private final Tasks tasks;
    private final RunReader reader;
    private final CarriedOver carried;
    private final CampaignMeter meter;

    RunStarter(Path campaignDir, Tasks tasks, RunReader reader, CarriedOver carried, CampaignMeter meter) {
        this.campaignDir = campaignDir;
        this.tasks = tasks;
        this.reader = reader;
        this.carried = carried;
        this.meter = meter;
    }

    /** As {@link JobRunner#start} says. */
    List<FinishedJob> start(Job job, Workplace place) {
        List<Job> jobs = reader.jobs(job);
        Path dir = workDir(job);
        try {
            Files.createDirectories(dir);
            if (!job.sharesItsRun()) {
                carried.into(dir, job);
            }
            Command command = inputs(jobs, place.code(job), dir);
            CrashPoint.INPUTS_WRITTEN.reached();
            place.launcher().start(job.claimedToken(), command, dir, place.limit(job), place.memoryFactor(job));
            CrashPoint.JOB_STARTED.reached();
            return List.of();
        } catch (IllegalArgumentException e) {
            return notStarted(jobs, place, Cause.BAD_INPUT, e);
        } catch (IOException e) {
            return withoutRoom(jobs, place, e)
                    .orElseThrow(() -> new UncheckedIOException(dir + ": " + e.getMessage(), e));
        } catch (UncheckedIOException | IllegalStateException e) {
            return withoutRoom(jobs, place, e).orElseThrow(() -> e);
        }
    }

    private Command inputs(List<Job> jobs, Code code, Path dir) throws IOException {
        Job first = jobs.get(0);
        return first.sharesItsRun()
                ? code.batches()
                        .orElseThrow()
                        .prepare(jobs.stream().map(tasks::of).toList(), first.claimedToken(), dir)
                : code.prepare(tasks.of(first), first.claimedToken(), dir);
    }

    private List<FinishedJob> notStarted(List<Job> jobs, Workplace place, Cause cause, Exception problem) {
        return jobs.stream()
                .map(job -> new FinishedJob(
                        job,
                        place.method(),
                        new Outcome.Failed(cause, String.valueOf(problem.getMessage()), workDir(job)),
                        Duration.ZERO,
                        0,
                        jobs.size() > 1))
                .toList();
    }

    /** Jobs that could not be started for want of room have failed by that, and are tried again when there is some. */
    private Optional<List<FinishedJob>> withoutRoom(List<Job> jobs, Workplace place, Exception problem) {
        boolean full = DiskFull.isBehind(problem) || meter.freeMb() == 0;
        return full ? Optional.of(notStarted(jobs, place, Cause.DISK_FULL, problem)) : Optional.empty();
    }

    private Path workDir(Job job) {
        return campaignDir.resolve(job.claimedWorkDir());
    }
}
