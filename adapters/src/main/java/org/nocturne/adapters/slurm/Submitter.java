package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings a job into the queue once, also when the controller does not answer or its answer is lost. */
final class Submitter {
    private final SlurmPrograms programs;
    private final Queue queue;
    private final Patience patience;

    Submitter(SlurmPrograms programs, Queue queue, Patience patience) {
        this.programs = programs;
        this.queue = queue;
        this.patience = patience;
    }

    /**
     * The number of the job of this name: of the one that is in the queue, or of a new one.
     *
     * @param perhapsThere whether it may have been submitted before; then the queue is asked at this moment
     * @throws RejectedJobException in sbatch's words
     * @throws IOException if nothing could be learned as long as patience lasts
     */
    long submit(String name, List<String> command, boolean perhapsThere) throws IOException {
        long deadline = System.nanoTime() + patience.forTheController().toNanos();
        boolean doubtful = perhapsThere;
        String words = "squeue does not answer";
        while (true) {
            Optional<Queue.Snapshot> known = doubtful ? queue.now() : queue.recent();
            if (known.isPresent()) {
                Optional<QueuedJob> there = known.get().named(name).stream().max(Comparator.comparing(QueuedJob::id));
                if (there.isPresent()) {
                    return there.get().id();
                }
                Submission submission = Submission.of(programs.run(command));
                if (submission.id().isPresent()) {
                    return submission.id().getAsLong();
                }
                if (submission.refused()) {
                    throw new RejectedJobException("Slurm refused the job: " + submission.words());
                }
                doubtful = true;
                words = submission.words();
            }
            patience.pause(deadline, "the job " + name + " could not be submitted: " + words);
        }
    }
}
