package org.nocturne.adapters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a code becomes known: one class and one line in META-INF/services/org.nocturne.adapters.CodeProvider. */
public interface CodeProvider {

    /** The name by which campaign files call it, such as "lammps". */
    String name();

    /** One line for a person who looks for a code. */
    String about();

    /** The program that it starts unless settings say otherwise, such as "lmp". */
    String program();

    /** On what it can be proved without anything from its user; empty where there is nothing of the kind. */
    default Optional<ProofSample> sample() {
        return Optional.empty();
    }

    /** What numeric settings are where a campaign file is silent: a correction may multiply them. */
    default Map<String, Object> defaults() {
        return Map.of();
    }

    /** Names of the settings whose values are files: a name, a list of names, or a mapping to names. */
    default List<String> fileSettings() {
        return List.of("files");
    }

    /**
     * Whether labels made with another value of a setting are those of the same method: it is an aid to get there and does not change
     * where, such as a mixing of densities.
     *
     * @param before as the campaign has it
     * @param after as a correction has it
     */
    default boolean keepsMethod(String setting, Object before, Object after) {
        return false;
    }

    /**
     * What is known of its failures, the site's own file included.
     *
     * @throws CodeSettingsException naming the site's file and line, if it is not understood
     */
    default FailureKnowledge failures(Path campaignDir) {
        return FailureKnowledge.of(name(), List.of(), campaignDir);
    }

    /**
     * A code with these settings. Asks the program for its version, once.
     *
     * @param settings the code's block of the campaign file: strings, numbers, booleans, lists and maps
     * @param campaignDir where bare file names are looked up first
     * @throws CodeSettingsException if the settings cannot be meant, or a program or file is not there
     */
    Code open(Map<String, Object> settings, Path campaignDir);
}
