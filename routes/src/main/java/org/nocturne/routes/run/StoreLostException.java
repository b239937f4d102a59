package org.nocturne.routes.run;

import java.nio.file.Path;

/** The store does not answer any more, most likely because it could not be written. What was committed is in its file, what runs goes on by itself. */
public final class StoreLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forWantOfRoom;

    /** @param inTheFolder whether it is an H2 file, which only a write that failed closes */
    StoreLostException(Path folder, boolean inTheFolder, long freeMb, Throwable why) {
        super(
                folder + ": the store cannot be written any more, " + freeMb
                        + " MB are free on the disk of the folder; nothing that was committed is lost, and what is computing goes on by"
                        + " itself: make room, then 'nocturne resume " + folder + "'",
                why);
        forWantOfRoom = inTheFolder || freeMb == 0 || DiskFull.isBehind(why);
    }

    /** Whether the disk is why; a database on another machine may be lost for other reasons. */
    public boolean isForWantOfRoom() {
        return forWantOfRoom;
    }
}
