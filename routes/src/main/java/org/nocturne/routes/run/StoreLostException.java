package org.nocturne.routes.run;

import java.nio.file.Path;

/** The store has closed itself because it could not be written. What was committed is in its file, what runs goes on by itself. */
public final class StoreLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreLostException(Path folder, long freeMb, Throwable why) {
        super(
                folder + ": the store cannot be written any more, " + freeMb
                        + " MB are free on its disk; nothing that was committed is lost, and what is computing goes on by itself: make"
                        + " room, then 'nocturne resume " + folder + "'",
                why);
    }
}
