package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Small periodic cells of the crystal, made thermal by the campaign's code and labelled by both.
 *
 * @param perRound after each round
 * @param repeat copies of the structure file along its three cell vectors
 * @param nvtSteps of the replica that makes a cell thermal
 */
public record AuditCellsConfig(
        @JsonProperty("per-round") Integer perRound,
        @JsonProperty("repeat") List<Integer> repeat,
        @JsonProperty("nvt-steps") Integer nvtSteps) {
    private static final int LEAST_STEPS = 100;

    public AuditCellsConfig {
        perRound = Wanted.atLeast("per-round", Wanted.present("per-round", perRound, "how many after each round"), 1);
        repeat = List.copyOf(Wanted.orElse(repeat, List.of(1, 1, 1)));
        if (repeat.size() != 3 || repeat.stream().anyMatch(n -> n < 1)) {
            throw new ConfigValueException("repeat", "is " + repeat + "; wanted are three numbers, each at least 1");
        }
        nvtSteps = Wanted.atLeast("nvt-steps", Wanted.orElse(nvtSteps, 2000), LEAST_STEPS);
    }
}
