package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where the atoms start.
 *
 * @param file extended XYZ
 * @param repeat copies along the three cell vectors
 * @param phase crystal or liquid
 */
public record StructureConfig(
        @JsonProperty("file") String file,
        @JsonProperty("repeat") List<Integer> repeat,
        @JsonProperty("phase") String phase) {

    public StructureConfig {
        Wanted.present("file", file, "an extended XYZ file");
        repeat = List.copyOf(Wanted.orElse(repeat, List.of(1, 1, 1)));
        if (repeat.size() != 3 || repeat.stream().anyMatch(r -> r < 1)) {
            throw new ConfigValueException("repeat", "is " + repeat + "; three whole numbers of at least 1 are wanted");
        }
        phase = Wanted.oneOf("phase", Wanted.orElse(phase, "crystal"), List.of("crystal", "liquid"));
    }
}
