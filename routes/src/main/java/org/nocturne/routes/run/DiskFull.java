package org.nocturne.routes.run;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether something could not be written because its disk is full: Java has no exception of its own for it. */
public final class DiskFull {
    /** The words of Linux for ENOSPC and EDQUOT, in whatever was made of them on the way. */
    private static final Pattern WORDS = Pattern.compile("No space left on device|Disk quota exceeded");

    private static final int MOST = 50;

    private DiskFull() {}

    public static boolean isBehind(Throwable problem) {
        return Stream.iterate(Optional.of(problem), Optional::isPresent, p -> p.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(MOST) // H2 tells causes that are their own
                .anyMatch(p -> WORDS.matcher(String.valueOf(p.getMessage())).find());
    }
}
