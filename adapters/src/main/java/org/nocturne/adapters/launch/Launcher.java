package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nocturne.core.work.Cause;

/**
 * Starts calculations so that they outlive the runner, and finds them again. What it knows lies in the work directory and with those
 * who run the calculation, so a restarted runner asks the same questions and gets the same answers.
 */
public interface Launcher {

    /**
     * Starts the command once. A work directory belongs to one token.
     *
     * @param token names this attempt, letters, digits, dot, dash and underscore; commit it before calling
     * @param workDir is created
     * @param limit wall time of the command itself, without any time in a queue
     * @throws IllegalArgumentException if it is refused for what it asks, in the words of who refuses
     * @throws IOException if it could not be started
     */
    void start(String token, Command command, Path workDir, Duration limit) throws IOException;

    /**
     * The same for a run that needs more memory than the others.
     *
     * @param memoryFactor of what is reserved for one run; without meaning where nothing is
     */
    default void start(String token, Command command, Path workDir, Duration limit, double memoryFactor)
            throws IOException {
        start(token, command, workDir, limit);
    }

    /** What has become of the run with this token. */
    State look(String token, Path workDir) throws IOException;

    /** Whether a run that has not ended is at work, and what it has used so far. */
    Pulse pulse(String token, Path workDir) throws IOException;

    /**
     * Ends the run. Does nothing to one that has already ended.
     *
     * @param grace between asking and killing, where it is the launcher's to choose
     * @param why {@link #look} tells it from then on
     */
    void end(String token, Path workDir, Duration grace, Reason why) throws IOException;

    /** The same where the cause says all. */
    default void end(String token, Path workDir, Duration grace, Cause why) throws IOException {
        end(token, workDir, grace, new Reason(why, Optional.empty()));
    }

    /**
     * Ends what a run that has ended has left behind, such as a process that it has put into the background, unless that goes by itself at once.
     *
     * @param grace between asking and killing
     * @return how many processes that were; 0 also where whoever runs the calculations sees to it
     */
    default int endRest(String token, Duration grace) {
        return 0;
    }

    /**
     * Whether {@link #look} from here sees what a runner on that host has started. Where it does not, only what a run has left in its
     * files is known of it, and not whether it lives.
     *
     * @param host as {@link ProcessIdentity#thisHost} names it
     */
    boolean reaches(String host);
}
