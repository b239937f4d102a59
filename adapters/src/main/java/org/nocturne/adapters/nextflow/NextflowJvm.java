package org.nocturne.adapters.nextflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Command;

/**
 * The JVM in which Nextflow runs: its jars bring Groovy and logback, which never lie on the class path of Nocturne.
 *
 * @param java what starts it
 * @param jars folder with the engine, all it stands on, and Nocturne's executor
 * @param environment that of the user, which may hold NXF_OPTS, NXF_JVM_ARGS, NXF_CLI_OPTS, NXF_OFFLINE
 */
public record NextflowJvm(JavaProgram java, Path jars, Map<String, String> environment) {
    /** System property that names the folder of the jars; the launcher script sets it. */
    public static final String JARS_PROPERTY = "nocturne.nextflow";

    /** What the JVM of the engine may reach into; without it everything runs but -resume, which silently finds nothing. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.io",
            "java.nio",
            "java.net",
            "java.util",
            "java.util.concurrent.locks",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "java.nio.file.spi",
            "sun.nio.ch",
            "sun.nio.fs",
            "sun.net.www.protocol.http",
            "sun.net.www.protocol.https",
            "sun.net.www.protocol.ftp",
            "sun.net.www.protocol.file",
            "jdk.internal.misc",
            "jdk.internal.vm");

    private static final String MAIN = "org.nocturne.nextflow.EngineMain";
    private static final String READER = "org.nocturne.nextflow.PipelineReading";
    /** For what ends before the better compiler has paid for itself. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final int WARNS_OF_UNSAFE_SINCE = 24;

    public NextflowJvm {
        environment = Map.copyOf(environment);
    }

    private static Path named() {
        return Path.of(System.getProperty(JARS_PROPERTY, ""));
    }

    /** Whether this process was told where the jars are. */
    public static boolean isThere() {
        return !named().toString().isEmpty() && Files.isDirectory(named());
    }

    /**
     * As this process was started: its folder of jars, and its Java unless the user's environment names another for Nextflow.
     *
     * @throws CodeSettingsException if the jars or that Java are not there
     */
    public static NextflowJvm ofThisOne() {
        Path jars = named();
        if (!isThere()) {
            throw new CodeSettingsException("Nextflow is not there: -D" + JARS_PROPERTY + " is '" + jars
                    + "'; wanted is the folder of its jars, as ./nocturne names it");
        }
        Map<String, String> environment = System.getenv();
        return new NextflowJvm(JavaProgram.forNextflow(environment), jars, environment);
    }

    /** The same with another variable in its environment. */
    public NextflowJvm with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new NextflowJvm(java, jars, more);
    }

    /**
     * The command for what is typed after {@code nextflow}. The folder in which it is started is that of the user's files, .nextflow and work.
     *
     * @param properties of the JVM, as -D on its command line
     */
    public Command command(CommandWords words, Map<String, String> properties) {
        List<String> options = new ArrayList<>();
        if (!words.runs()) {
            options.add(QUICK);
        }
        new TreeMap<>(properties).forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(split("NXF_OPTS"));
        options.addAll(words.properties());
        List<String> all = new ArrayList<>(words.all());
        all.addAll(split("NXF_CLI_OPTS"));
        return command(options, MAIN, all);
    }

    /**
     * The command that reads a pipeline and does not run it.
     *
     * @param script whole path
     * @param profiles as after -profile; empty for none
     * @param configs whole paths of configuration files besides those that the engine finds itself
     */
    Command reading(Path script, String profiles, List<Path> configs) {
        List<String> words = new ArrayList<>(List.of(script.toString(), profiles));
        configs.forEach(config -> words.add(config.toString()));
        return command(List.of(QUICK), READER, words);
    }

    private Command command(List<String> options, String main, List<String> words) {
        List<String> arguments = new ArrayList<>();
        arguments.add(java.executable().toString());
        arguments.addAll(split("NXF_JVM_ARGS"));
        OPENED.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        if (java.feature() >= WARNS_OF_UNSAFE_SINCE) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
        if (environment.containsKey("NXF_TEMP")) {
            arguments.add("-Djava.io.tmpdir=" + environment.get("NXF_TEMP"));
        }
        arguments.addAll(options);
        arguments.addAll(List.of("-cp", jars + "/*", main));
        arguments.addAll(words);
        return new Command(arguments, defaults());
    }

    private List<String> split(String variable) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    /** Nothing is fetched from anywhere unless the user says so; and what was added to the environment. */
    private Map<String, String> defaults() {
        Map<String, String> out = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (!value.equals(System.getenv(name))) {
                out.put(name, value);
            }
        });
        for (String quiet : List.of("NXF_OFFLINE", "NXF_DISABLE_CHECK_LATEST")) {
            if (!environment.containsKey(quiet)) {
                out.put(quiet, "true");
            }
        }
        return out;
    }
}
