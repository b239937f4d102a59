package org.nocturne.adapters;

import java.nio.file.Path;
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

    /**
     * A code with these settings. Asks the program for its version, once.
     *
     * @param settings the code's block of the campaign file: strings, numbers, booleans, lists and maps
     * @param campaignDir where bare file names are looked up first
     * @throws CodeSettingsException if the settings cannot be meant, or a program or file is not there
     */
    Code open(Map<String, Object> settings, Path campaignDir);
}
