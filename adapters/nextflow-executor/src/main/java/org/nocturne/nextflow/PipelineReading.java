package org.nocturne.nextflow;

import ch.qos.logback.classic.LoggerContext;
import groovy.json.JsonOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * A pipeline is read and not run: its configuration with the profiles, the script and all that it includes, whether anything comes out. The answer is one
 * line of JSON after {@link #ANSWER}: {@code problems}, each a line for a person, and {@code processes}, the names of what was read.
 */
public final class PipelineReading {
    /** What the line of the answer begins with; the engine may print lines of its own. */
    static final String ANSWER = "pipeline: ";

    private PipelineReading() {}

    /** @param arguments the script as a whole path, the profiles or nothing, and any configuration files */
    public static void main(String[] arguments) {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset(); // the engine would tell its whole life
        Path script = Path.of(arguments[0]);
        List<String> configs = Arrays.asList(arguments).subList(2, arguments.length);
        ConfigReading config = ConfigReading.of(script, arguments[1], configs);
        ScriptReading scripts = ScriptReading.of(script);
        List<String> problems = new ArrayList<>();
        problems.addAll(config.problems());
        problems.addAll(scripts.problems());
        if (problems.isEmpty()) {
            problems.addAll(scripts.nothingComesOut(config.publishes()));
        }
        System.out.println(
                ANSWER + JsonOutput.toJson(Map.of("problems", problems, "processes", scripts.processNames())));
        System.exit(0); // the engine may have started threads
    }
}
