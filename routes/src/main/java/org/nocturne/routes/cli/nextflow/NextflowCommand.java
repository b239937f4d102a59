package org.nocturne.routes.cli.nextflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.nocturne.adapters.launch.Foreground;
import org.nocturne.adapters.nextflow.CommandWords;
import org.nocturne.adapters.nextflow.NextflowJvm;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nocturne nextflow}: whatever follows goes to the engine as it is. */
@CommandLine.Command(
        name = "nextflow",
        description = {
            "The command nextflow: the engine itself, from its published jars, in a JVM of its own. What follows goes to it as it is.",
            "Nothing is fetched from the network unless NXF_OFFLINE=false and NXF_DISABLE_CHECK_LATEST=false are set."
        },
        footer = {
            "",
            "The exit code is that of the engine; its own help is nocturne nextflow help.",
            "",
            "Example: nocturne nextflow run main.nf -resume"
        })
public final class NextflowCommand implements Callable<Integer> {
    private static final Set<String> OF_THE_INSTALLER = Set.of("self-update", "-self-update", "-download");

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "A command of nextflow with its options.")
    private List<String> words = List.of();

    @Option(
            names = "--help",
            usageHelp = true,
            description = "This help; after a command of nextflow it is the pipeline's.")
    private boolean help;

    /** Whatever stands after the first word is for the engine, also what looks like an option of ours or like the name of a file of arguments. */
    public static void passOn(CommandLine line) {
        line.setStopAtPositional(true)
                .setUnmatchedOptionsArePositionalParams(true)
                .setExpandAtFiles(false);
    }

    @Override
    public Integer call() throws IOException {
        if (words.stream().anyMatch(OF_THE_INSTALLER::contains)) {
            throw new IllegalArgumentException("nextflow " + String.join(" ", words)
                    + ": the engine is a part of this build and is not replaced; another version is a pin in pom.xml");
        }
        CommandWords typed = new CommandWords(words);
        NextflowJvm jvm = NextflowJvm.ofThisOne();
        if (typed.inBackground()) {
            return inBackground(jvm, typed);
        }
        if (!typed.runs()) {
            return Foreground.run(jvm.command(typed, ofThisProcess()));
        }
        try (TaskServer server = new TaskServer(jvm.environment())) {
            Map<String, String> properties = new TreeMap<>(ofThisProcess());
            properties.put("nocturne.socket", server.path().toString());
            return Foreground.run(jvm.command(typed, properties));
        }
    }

    /** The engine ends when this process has died. */
    private static Map<String, String> ofThisProcess() {
        return Map.of("nocturne.parent", Long.toString(ProcessHandle.current().pid()));
    }

    /** As the launcher script of nextflow does it: its process id lies in a file, and it goes on when this command has ended. */
    private static int inBackground(NextflowJvm jvm, CommandWords typed) throws IOException {
        long pid = Foreground.leave(jvm.command(typed, Map.of()));
        Path file = Path.of(jvm.environment().getOrDefault("NXF_PID_FILE", ".nextflow.pid"));
        Files.writeString(file, pid + "\n");
        return 0;
    }
}
