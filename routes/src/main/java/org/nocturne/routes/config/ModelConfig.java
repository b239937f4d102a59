package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is learned: effective force constants.
 *
 * @param cutoffAngstrom between two neighbour shells
 * @param degree highest power of T
 */
public record ModelConfig(
        @JsonProperty("cutoff") Double cutoffAngstrom,
        @JsonProperty("degree") Integer degree) {

    public ModelConfig {
        cutoffAngstrom = Wanted.above("cutoff", Wanted.orElse(cutoffAngstrom, 4.0), 0, "angstrom");
        degree = Wanted.atLeast("degree", Wanted.orElse(degree, 1), 0);
    }
}
