package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.time.Duration;

/**
 * How long what is waited for.
 *
 * @param betweenLooks the controller is not asked more often, for all jobs together
 * @param betweenTries of what the controller did not answer
 * @param forTheController to take or to end a job before that counts as impossible
 * @param forLateFiles a network file system shows what a node has written some time after the queue says that the job is over
 */
public record Patience(Duration betweenLooks, Duration betweenTries, Duration forTheController, Duration forLateFiles) {

    /** A minute for late files is the longest time for which NFS keeps what it knows of a directory (acdirmax of nfs(5)). */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofSeconds(65));

    /** @throws IOException with these words if the deadline, by System.nanoTime, has passed */
    void pause(long deadline, String otherwise) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException(otherwise);
        }
        try {
            Thread.sleep(betweenTries.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(otherwise + " (interrupted)", e);
        }
    }
}
