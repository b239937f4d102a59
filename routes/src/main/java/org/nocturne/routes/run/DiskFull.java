package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.WorkFiles;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;

/** Tells whether something could not be written because its disk is full: Java has no exception of its own for it, and many codes say nothing. */
public final class DiskFull {
    /** The words of Linux for ENOSPC and EDQUOT, in whatever was made of them on the way. */
    private static final Pattern WORDS = Pattern.compile("No space left on device|Disk quota exceeded");

    private static final int MOST = 50;

    /** What an output that was cut short looks like. */
    private static final Set<Cause> CUT = EnumSet.of(Cause.UNREADABLE_OUTPUT, Cause.BAD_EXIT);

    private DiskFull() {}

    public static boolean isBehind(Throwable problem) {
        return Stream.iterate(Optional.of(problem), Optional::isPresent, p -> p.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(MOST) // H2 tells causes that are their own
                .anyMatch(p -> WORDS.matcher(String.valueOf(p.getMessage())).find());
    }

    /**
     * What a calculation answered; but a broken output of one that ended without room on its disk has that as its cause, also where there
     * is room again when it is read.
     */
    static Outcome told(Outcome outcome, Path workDir) {
        return outcome.fold(
                done -> done,
                failed -> CUT.contains(failed.cause()) && endedOnIt(workDir)
                        ? new Outcome.Failed(
                                Cause.DISK_FULL, "its disk had no room when it ended; " + failed.detail(), workDir)
                        : failed);
    }

    private static boolean endedOnIt(Path workDir) {
        try {
            return new WorkFiles(workDir).endedWithoutRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }
}
