package org.nocturne.adapters.nextflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is typed after {@code nextflow}, as far as its launcher script looks at it.
 *
 * @param all words in their order
 */
public record CommandWords(List<String> all) {
    private static final Set<String> COMMANDS = Set.of(
            "auth",
            "clean",
            "clone",
            "config",
            "console",
            "drop",
            "fs",
            "help",
            "info",
            "inspect",
            "kuberun",
            "launch",
            "lineage",
            "lint",
            "list",
            "log",
            "node",
            "plugin",
            "pull",
            "run",
            "secrets",
            "self-update",
            "view");

    public CommandWords {
        all = List.copyOf(all);
    }

    /** The command, such as run; empty where there is none, as in {@code nextflow -version}. */
    public Optional<String> command() {
        return all.stream().filter(COMMANDS::contains).findFirst();
    }

    /** Whether a pipeline is run. */
    public boolean runs() {
        return command().filter("run"::equals).isPresent();
    }

    /** {@code -Dname=value} before the command is meant for the JVM as well. */
    List<String> properties() {
        return beforeTheCommand().stream().filter(word -> word.startsWith("-D")).toList();
    }

    /** Whether it is to go on in the background. */
    public boolean inBackground() {
        return all.contains("-bg");
    }

    private List<String> beforeTheCommand() {
        return command().map(name -> all.subList(0, all.indexOf(name))).orElse(all);
    }
}
