package org.nocturne.adapters.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process by what names it for ever.
 *
 * @param host as the kernel calls it
 * @param startTime clock ticks since boot; a pid is used again one day, with its start time it is not
 */
public record ProcessIdentity(String host, long pid, long startTime) {

    public static ProcessIdentity ofThisJvm() {
        long pid = ProcessHandle.current().pid();
        return new ProcessIdentity(thisHost(), pid, ProcessTable.startTime(pid).orElseThrow());
    }

    /** Of the kernel and not of a name server, whose answer may change over night or not come. */
    public static String thisHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("/proc does not tell the host's name; Nocturne needs Linux", e);
        }
    }

    /** Whether {@link #isAlive} can tell. */
    public boolean isOfThisHost() {
        return host.equals(thisHost());
    }

    /** Of a process of this host. */
    public boolean isAlive() {
        return ProcessTable.startTime(pid).filter(time -> time == startTime).isPresent();
    }
}
