package org.nocturne.adapters.nextflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Programs;

/**
 * What the engine's JVM says of a pipeline that it has read and not run.
 *
 * @param problems each a line for a person; empty where it can be run and leaves something behind
 * @param processes names of what was read
 */
public record PipelineAnswer(
        @JsonProperty("problems") List<String> problems,
        @JsonProperty("processes") List<String> processes) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MARK = "pipeline: ";

    /**
     * Asks, in a directory without any configuration of its own, as a run of an adapter has it.
     *
     * @param script whole path
     * @param profiles as after -profile; empty for none
     * @param configs whole paths of configuration files besides those that the engine finds itself
     * @throws CodeSettingsException if the JVM gives no answer
     */
    public static PipelineAnswer of(NextflowJvm jvm, Path script, String profiles, List<Path> configs) {
        List<String> question = jvm.reading(script, profiles, configs).arguments();
        try {
            Path aside = Files.createTempDirectory("nocturne-pipeline-");
            try {
                String said = Programs.ask(question, aside, PATIENCE).orElse("nothing in time");
                return said.lines()
                        .filter(line -> line.startsWith(MARK))
                        .reduce((a, b) -> b)
                        .map(line -> read(line.substring(MARK.length())))
                        .orElseThrow(() -> new CodeSettingsException(
                                script + " could not be read; the JVM of Nextflow says: " + said.strip()));
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new CodeSettingsException("no directory to ask for a pipeline in: " + e.getMessage());
        }
    }

    private static PipelineAnswer read(String json) {
        try {
            return new ObjectMapper().readValue(json, PipelineAnswer.class);
        } catch (JsonProcessingException e) {
            throw new CodeSettingsException("the JVM of Nextflow answers what is not understood: " + json);
        }
    }
}
