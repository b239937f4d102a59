package org.nocturne.adapters.launch;

import java.io.IOException;

/** A program that stands in the place of this one: it has our terminal, our input and output, and its exit code becomes ours. */
public final class Foreground {
    private Foreground() {}

    /**
     * Runs the program to its end in the directory of this process. When this process is asked to end, so is the program, and it is waited for; a
     * Ctrl-C reaches both by itself.
     *
     * @return its exit code
     * @throws IOException if it cannot be started
     */
    public static int run(Command command) throws IOException {
        Process process = start(command);
        Thread asked = new Thread(() -> askAndWait(process), "foreground");
        Runtime.getRuntime().addShutdownHook(asked);
        int code = await(process);
        try {
            Runtime.getRuntime().removeShutdownHook(asked);
        } catch (IllegalStateException e) {
            // We are ending already: the hook has seen the end that we have just seen.
        }
        return code;
    }

    /**
     * Starts the program and leaves it alone.
     *
     * @return its process id
     * @throws IOException if it cannot be started
     */
    public static long leave(Command command) throws IOException {
        return start(command).pid();
    }

    private static Process start(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments()).inheritIO();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private static void askAndWait(Process process) {
        process.destroy();
        await(process);
    }

    private static int await(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy(); // whoever interrupts us wants an end, and gets it when the program has ended
            }
        }
    }
}
