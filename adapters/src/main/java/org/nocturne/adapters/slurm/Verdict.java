package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.Reason;
import org.nocturne.adapters.launch.State;
import org.nocturne.adapters.launch.WorkFiles;
import org.nocturne.core.work.Cause;

/**
 * How a job ended: the reason that Nocturne had for ending it, else what Slurm says of it, else the exit code that it left. Empty as long
 * as the exit code may still be on its way through a network file system.
 */
final class Verdict {
    private final Records records;
    private final Duration forLateFiles;
    /** When it was first seen to be over, by System.nanoTime; kept, so that whoever looks again is told the same. */
    private final Map<String, Long> overSinceNanos = new ConcurrentHashMap<>();

    Verdict(Records records, Duration forLateFiles) {
        this.records = records;
        this.forLateFiles = forLateFiles;
    }

    /** Exit code 0 stands. */
    State succeeded(Run run) throws IOException {
        return ended(run, 0, Optional.empty());
    }

    /** The queue says that it is over. */
    Optional<State> ended(Run run, QueuedJob job) throws IOException {
        Optional<Cause> cause = job.cause();
        if (cause.isPresent() || run.exitCode().isPresent()) {
            return Optional.of(ended(run, run.exitCode().orElse(Finished.NO_EXIT_CODE), cause));
        }
        if (mayStillAppear(run.token())) {
            return Optional.empty();
        }
        int code = code(records.find(job.id(), job.name()));
        return Optional.of(ended(run, code, Optional.empty()));
    }

    /** The controller knows it no more. */
    Optional<State> forgotten(Run run, long id) throws IOException {
        if (run.exitCode().isEmpty() && mayStillAppear(run.token())) {
            return Optional.empty();
        }
        Optional<EndedJob> record = records.find(id, SlurmScript.jobName(run.token()));
        boolean nothing = record.isEmpty()
                && run.exitCode().isEmpty()
                && new WorkFiles(run.workDir()).endedBy().isEmpty();
        if (nothing) {
            return Optional.of(new State.Gone());
        }
        Optional<Cause> cause = record.flatMap(r -> r.state().cause());
        return Optional.of(ended(run, run.exitCode().orElse(code(record)), cause));
    }

    /** A record of success does not stand for the file that the script leaves at its very end. */
    private static int code(Optional<EndedJob> record) {
        OptionalInt code = record.map(EndedJob::exitCode).orElse(OptionalInt.empty());
        return code.orElse(0) == 0 ? Finished.NO_EXIT_CODE : code.getAsInt();
    }

    /** It is not over, whatever was thought of it before. */
    void lives(String token) {
        overSinceNanos.remove(token);
    }

    private boolean mayStillAppear(String token) {
        long since = overSinceNanos.computeIfAbsent(token, t -> System.nanoTime());
        return System.nanoTime() - since < forLateFiles.toNanos();
    }

    private State ended(Run run, int code, Optional<Cause> slurm) throws IOException {
        WorkFiles files = new WorkFiles(run.workDir());
        Finished byFiles = run.begin().isPresent()
                ? files.finished(run.begin().get(), code)
                : new Finished(
                        code, Duration.ZERO, files.endedBy(), files.ended().flatMap(Reason::seen));
        Optional<Cause> cause = byFiles.endedBy();
        if (cause.isEmpty() && code != 0) {
            cause = slurm.isPresent() ? slurm : SlurmScript.causeInLog(run.workDir());
        }
        return new State.Ended(new Finished(code, byFiles.took(), cause, byFiles.because()));
    }
}
