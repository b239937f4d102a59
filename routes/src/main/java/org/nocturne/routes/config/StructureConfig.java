package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the atoms start.
 *
 * @param file extended XYZ
 * @param repeat copies along the three cell vectors
 * @param phase crystal, liquid, glass, or auto: the campaign finds it out before it begins
 * @param phaseBecause why it is that; written by a campaign that has found it out
 */
public record StructureConfig(
        @JsonProperty("file") String file,
        @JsonProperty("repeat") List<Integer> repeat,
        @JsonProperty("phase") String phase,
        @JsonProperty("phase-because") @Nullable String phaseBecause) {

    private static final String AUTO = "auto";
    private static final String GLASS = "glass";

    public boolean phaseIsToBeFound() {
        return phase.equals(AUTO);
    }

    public boolean isGlass() {
        return phase.equals(GLASS);
    }

    /** Whether there is no one inherent structure to expand around: a liquid or a glass. */
    public boolean isDisordered() {
        return phase.equals("liquid") || isGlass();
    }

    public StructureConfig {
        Wanted.present("file", file, "an extended XYZ file");
        repeat = List.copyOf(Wanted.orElse(repeat, List.of(1, 1, 1)));
        if (repeat.size() != 3 || repeat.stream().anyMatch(r -> r < 1)) {
            throw new ConfigValueException("repeat", "is " + repeat + "; three whole numbers of at least 1 are wanted");
        }
        phase = Wanted.oneOf("phase", Wanted.orElse(phase, "crystal"), List.of("crystal", "liquid", GLASS, AUTO));
    }
}
