package org.nocturne.learning.store;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;

/**
 * A structure that the campaign's own code and a second one label, so that the two can be compared.
 *
 * @param round of candidates after which it was taken
 * @param candidate whose thermal frame it is or was cut out of; null for a small cell
 * @param atom of that frame in the middle of an environment, counted from 0; null for others
 * @param compared how many atoms, the first ones of the file, have forces that stand for a larger structure
 * @param file the structure as it is to be labelled; of a small cell whose replica has not run yet, where that starts
 */
public record Specimen(
        int id,
        Origin origin,
        int round,
        Kelvin temperature,
        @Nullable Integer candidate,
        @Nullable Integer atom,
        int compared,
        StoredFile file) {

    /** Where it comes from. */
    public enum Origin {
        /** The thermal frame of a candidate as it is. */
        FRAME,
        /** A thermal frame of a small periodic cell, from a short replica of its own. */
        CELL,
        /** The surroundings of one atom of a candidate's thermal frame. */
        ENVIRONMENT;

        /** The word used in the store, in the log and in the report. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Origin ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Subject subject() {
        return Subject.specimen(id);
    }

    /** "frame of c0003", "cell", "environment of atom 117 of c0003". */
    public String inWords() {
        String of = Optional.ofNullable(candidate)
                .map(id -> " of " + Subject.candidate(id).name())
                .orElse("");
        return origin.word()
                + Optional.ofNullable(atom).map(k -> " of atom " + k).orElse("")
                + of;
    }
}
