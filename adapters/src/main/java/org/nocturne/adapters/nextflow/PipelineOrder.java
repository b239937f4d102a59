package org.nocturne.adapters.nextflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.format.Sha256;

/**
 * A pipeline that is to be run.
 *
 * @param script whole path
 * @param profiles as after -profile; empty for none
 * @param configs whole paths of configuration files, as after -c
 * @param params of the pipeline: strings, numbers, booleans, lists and maps
 * @param resume whether tasks that an earlier run of the same order has finished are taken over
 */
public record PipelineOrder(
        Path script, String profiles, List<Path> configs, Map<String, Object> params, boolean resume) {
    /** Where the parameters lie in the folder of the run: a file, since a word of the command line loses its type. */
    static final String PARAMS = "params.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final int DIGITS = 16;

    public PipelineOrder {
        configs = List.copyOf(configs);
        params = Map.copyOf(params);
    }

    /** The same order has the same name. */
    public String name() {
        return "pipeline-"
                + Sha256.of(script + "\n" + profiles + "\n" + configs + "\n" + paramsText())
                        .substring(0, DIGITS);
    }

    /** The same with another parameter. */
    public PipelineOrder with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(params);
        more.put(name, value);
        return new PipelineOrder(script, profiles, configs, more, resume);
    }

    /** @throws IllegalArgumentException if a parameter is nothing that can be written */
    String paramsText() {
        try {
            return JSON.writeValueAsString(params);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the parameters cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    CommandWords words() {
        List<String> words = new ArrayList<>(List.of("-q", "run", script.toString(), "-ansi-log", "false"));
        if (!profiles.isEmpty()) {
            words.addAll(List.of("-profile", profiles));
        }
        configs.forEach(config -> words.addAll(List.of("-c", config.toString())));
        words.addAll(List.of("-params-file", PARAMS));
        if (resume) {
            words.add("-resume");
        }
        return new CommandWords(words);
    }
}
