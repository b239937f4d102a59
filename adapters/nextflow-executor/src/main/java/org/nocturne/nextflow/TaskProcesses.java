package org.nocturne.nextflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes of a task on this machine, when the Nocturne that has started them is dead. */
final class TaskProcesses {
    /** The launcher gives it to all that it starts. */
    private static final String TOKEN_VARIABLE = "NOCTURNE_TOKEN";

    private TaskProcesses() {}

    /**
     * Ends them, also those of a task that had just been started and of which nothing had been told yet. They are known by the token alone: a number
     * may be that of a job in a queue, or by now that of somebody else's process.
     */
    static void end(String token) {
        ProcessHandle.allProcesses()
                .filter(process -> carries(process, token))
                .toList()
                .forEach(ProcessHandle::destroy);
    }

    private static boolean carries(ProcessHandle process, String token) {
        try {
            Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
            String text = Files.readString(environment, StandardCharsets.ISO_8859_1);
            return List.of(text.split("\0", -1)).contains(TOKEN_VARIABLE + "=" + token);
        } catch (IOException e) {
            return false; // it has gone, or is another's
        }
    }
}
