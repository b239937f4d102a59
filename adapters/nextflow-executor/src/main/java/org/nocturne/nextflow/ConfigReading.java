package org.nocturne.nextflow;

import groovy.util.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nextflow.cli.CliOptions;
import nextflow.config.ConfigBuilder;

/**
 * The configuration as the engine would build it: that of the user, of the pipeline, and what is named besides.
 *
 * @param publishes whether it has any process publish its files
 */
record ConfigReading(List<String> problems, boolean publishes) {

    static ConfigReading of(Path script, String profiles, List<String> files) {
        CliOptions options = new CliOptions();
        options.setUserConfig(files);
        ConfigBuilder builder = new ConfigBuilder()
                .setOptions(options)
                .setBaseDir(script.getParent())
                .showMissingVariables(true);
        if (!profiles.isEmpty()) {
            builder.setProfile(profiles);
        }
        try {
            ConfigObject config = builder.buildConfigObject();
            return new ConfigReading(List.of(), publishes(config.getOrDefault("process", Map.of())));
        } catch (Exception e) { // a configuration is a program, and Groovy declares nothing
            return new ConfigReading(List.of(ProblemText.of("nextflow.config", e)), false);
        }
    }

    /** Also within withName and withLabel. */
    private static boolean publishes(Object process) {
        return process instanceof Map<?, ?> map
                && (map.containsKey("publishDir")
                        || map.containsKey("storeDir")
                        || map.values().stream().anyMatch(ConfigReading::publishes));
    }
}
