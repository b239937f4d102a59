package org.nocturne.nextflow;

import nextflow.cli.Launcher;
import sun.misc.Signal;

/** Where the JVM begins: the engine's own command line, which must not outlive the {@code nocturne nextflow} that stands for it. */
public final class EngineMain {
    /** System property: the process without which this one has no business; unset where the engine is to go on alone. */
    static final String PARENT_PROPERTY = "nocturne.parent";

    private EngineMain() {}

    /** @param arguments those of the command nextflow */
    public static void main(String[] arguments) {
        String parent = System.getProperty(PARENT_PROPERTY);
        if (parent != null) {
            endWith(Long.parseLong(parent));
        }
        Launcher.main(arguments);
    }

    /** By the signal that a person would send: on it the engine ends its tasks and closes its cache, on a mere System.exit it does not. */
    private static void endWith(long parent) {
        Runnable end = () -> Signal.raise(new Signal("TERM"));
        ProcessHandle.of(parent).ifPresentOrElse(living -> living.onExit().thenRun(end), end);
    }
}
