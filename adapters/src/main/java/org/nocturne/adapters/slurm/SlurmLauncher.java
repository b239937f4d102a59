package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.adapters.launch.Begin;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.Pulse;
import org.nocturne.adapters.launch.Reason;
import org.nocturne.adapters.launch.State;
import org.nocturne.adapters.launch.Tokens;
import org.nocturne.adapters.launch.WorkFiles;
import org.nocturne.core.work.Cause;

/**
 * Gives every calculation to Slurm as a job that carries its token in its name, so that a runner which died before it could note the
 * job's number finds it again, and never submits it twice. The files in the work directory come first: a run that has left exit code 0
 * is over, whatever the queue says. A queue that does not answer says nothing; then a run counts as alive.
 */
public final class SlurmLauncher implements Launcher {
    private final SlurmSettings settings;
    private final SlurmPrograms programs;
    private final Patience patience;
    private final long mostFileBytes;
    private final Queue queue;
    private final Submitter submitter;
    private final Verdict verdict;
    /** When this launcher submitted a job that no answer of the queue can have told of yet, by System.nanoTime. */
    private final Map<String, Long> submittedNanos = new ConcurrentHashMap<>();

    public SlurmLauncher(SlurmSettings settings) {
        this(settings, new SlurmPrograms(), Patience.USUAL);
    }

    public SlurmLauncher(SlurmSettings settings, SlurmPrograms programs, Patience patience) {
        this(settings, programs, patience, 0);
    }

    private SlurmLauncher(SlurmSettings settings, SlurmPrograms programs, Patience patience, long mostFileBytes) {
        this.settings = settings;
        this.programs = programs;
        this.patience = patience;
        this.mostFileBytes = mostFileBytes;
        this.queue = new Queue(programs, patience.betweenLooks());
        this.submitter = new Submitter(programs, queue, patience);
        this.verdict = new Verdict(new Records(programs), patience.forLateFiles());
    }

    /**
     * A new launcher, of whose runs no file may grow larger; what writes on is ended by the kernel of its node.
     *
     * @param bytes 0 for no limit
     */
    public SlurmLauncher withFilesUpTo(long bytes) {
        return new SlurmLauncher(settings, programs, patience, bytes);
    }

    /**
     * Submits the job, unless one of its name is in the queue or has begun here already; that one is adopted.
     *
     * @throws RejectedJobException in sbatch's words
     * @throws IllegalStateException if this run was given up as lost; it needs another token
     */
    @Override
    public void start(String token, Command command, Path workDir, Duration limit) throws IOException {
        start(token, command, workDir, limit, 1);
    }

    @Override
    public void start(String token, Command command, Path workDir, Duration limit, double memoryFactor)
            throws IOException {
        SlurmSettings asked = settings.withMemory(memoryFactor);
        Tokens.require(token);
        Files.createDirectories(workDir);
        Optional<Begin> begun = Begin.read(workDir, token);
        if (begun.isPresent()) {
            if (begun.get().isDeclaredLost()) {
                throw new IllegalStateException(workDir + ": the run with token " + token
                        + " was given up as lost; another attempt needs another token");
            }
            return;
        }
        boolean perhapsSubmitted = SlurmScript.isWritten(token, workDir);
        if (!perhapsSubmitted) {
            new WorkFiles(workDir).clear();
            SlurmScript.write(token, command, workDir, limit, mostFileBytes, asked);
        }
        long before = System.nanoTime();
        long id = submitter.submit(
                SlurmScript.jobName(token), SlurmScript.submit(token, workDir, limit, asked), perhapsSubmitted);
        submittedNanos.put(token, before);
        JobNote.write(workDir, token, id);
    }

    @Override
    public State look(String token, Path workDir) throws IOException {
        Tokens.require(token);
        Run before = Run.read(token, workDir);
        if (before.isDeclaredLost()) {
            return new State.NeverStarted();
        }
        if (before.hasSucceeded()) {
            return over(before, verdict.succeeded(before));
        }
        Optional<Queue.Snapshot> snapshot = queue.recent();
        Run run = Run.read(token, workDir); // which may have ended while the queue was asked
        Optional<Long> noted = run.id();
        if (snapshot.isEmpty() || snapshot.get().askedNanos() < submittedNanos.getOrDefault(token, Long.MIN_VALUE)) {
            return new State.Running(noted.orElse(0L));
        }
        Optional<QueuedJob> job = jobOf(noted, snapshot.get().named(SlurmScript.jobName(token)));
        if (job.isEmpty()) {
            return noted.isEmpty() ? unknown(run) : unlessLate(run, noted.get(), verdict.forgotten(run, noted.get()));
        }
        if (noted.isEmpty()) {
            JobNote.write(workDir, token, job.get().id());
        }
        if (job.get().state().isAlive()) {
            verdict.lives(token);
            giveUpTheHopeless(job.get(), workDir);
            return new State.Running(job.get().id());
        }
        return unlessLate(run, job.get().id(), verdict.ended(run, job.get()));
    }

    private State unlessLate(Run run, long id, Optional<State> end) {
        return end.map(state -> over(run, state)).orElseGet(() -> new State.Running(id));
    }

    private State over(Run run, State state) {
        submittedNanos.remove(run.token());
        return state;
    }

    /** The one known by its number; without a number, the living one, else the last. */
    private static Optional<QueuedJob> jobOf(Optional<Long> id, List<QueuedJob> named) {
        if (id.isPresent()) {
            return named.stream().filter(job -> job.id() == id.get()).findFirst();
        }
        return named.stream()
                .max(Comparator.<QueuedJob, Boolean>comparing(job -> job.state().isAlive())
                        .thenComparing(QueuedJob::id));
    }

    /** Not in the queue, not begun, no number: it is given up in such a way that it cannot begin later either. */
    private static State unknown(Run run) throws IOException {
        boolean lost = !Files.isDirectory(run.workDir()) || Begin.declareLost(run.workDir(), run.token());
        return lost ? new State.NeverStarted() : new State.Running(0);
    }

    private void giveUpTheHopeless(QueuedJob job, Path workDir) throws IOException {
        Optional<Cause> why = job.hopeless();
        WorkFiles files = new WorkFiles(workDir);
        if (why.isEmpty() || files.endedBy().isPresent()) {
            return;
        }
        Files.writeString(
                files.errors(),
                "job " + job.id() + " can never run; the queue says " + job.reason() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        files.markEnded(new Reason(why.get(), Optional.empty()));
        cancel(job.id());
    }

    /** What a job uses is not told by squeue; whether it runs, waits or is suspended is. */
    @Override
    public Pulse pulse(String token, Path workDir) throws IOException {
        Tokens.require(token);
        boolean runs = queue.recent().map(s -> s.named(SlurmScript.jobName(token))).orElse(List.of()).stream()
                .anyMatch(job -> job.state() == JobState.RUNNING);
        return new Pulse(runs && Begin.read(workDir, token).isPresent(), Optional.empty());
    }

    /**
     * Asks Slurm to end the job and returns when it has so decided; its processes have what the cluster's KillWait gives them, whatever
     * grace is asked for here.
     *
     * @throws IOException if the controller does not answer for as long as patience lasts
     */
    @Override
    public void end(String token, Path workDir, Duration grace, Reason why) throws IOException {
        Tokens.require(token);
        long deadline = System.nanoTime() + patience.forTheController().toNanos();
        while (true) {
            Optional<Queue.Snapshot> now = queue.now();
            List<QueuedJob> alive = now.map(s -> s.named(SlurmScript.jobName(token))).orElse(List.of()).stream()
                    .filter(job -> job.state().canBeCancelled())
                    .toList();
            if (now.isPresent() && alive.isEmpty()) {
                // An sbatch that a dead runner left behind may still be on its way.
                if (Begin.read(workDir, token).isEmpty()
                        && JobNote.read(workDir, token).isEmpty()) {
                    Begin.declareLost(workDir, token);
                }
                return;
            }
            if (!alive.isEmpty()) {
                new WorkFiles(workDir).markEnded(why);
            }
            for (QueuedJob job : alive) {
                cancel(job.id());
            }
            patience.pause(
                    deadline, workDir + ": the job could not be ended; scancel --name " + SlurmScript.jobName(token));
        }
    }

    /** The queue is the same from everywhere. */
    @Override
    public boolean reaches(String host) {
        return true;
    }

    private void cancel(long id) throws IOException {
        programs.run(List.of("scancel", String.valueOf(id)));
    }
}
