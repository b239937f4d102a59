package org.nocturne.adapters.launch;

/** Calculations of this machine by their tokens. */
public final class Calculations {
    private Calculations() {}

    /**
     * Ends all that belongs to one with SIGKILL, as a kernel without memory does; its launcher is not told.
     *
     * @return how many processes were there
     */
    public static int kill(String token) {
        var processes = ProcessTable.belongingTo(token, 0);
        processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        return processes.size();
    }
}
