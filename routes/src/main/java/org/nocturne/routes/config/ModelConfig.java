package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is learned: effective force constants, and a network where one is asked for.
 *
 * @param cutoffAngstrom between two neighbour shells
 * @param degree highest power of T
 * @param network beside them; absent, none is trained
 */
public record ModelConfig(
        @JsonProperty("cutoff") Double cutoffAngstrom,
        @JsonProperty("degree") Integer degree,
        @JsonProperty("network") @Nullable NetworkConfig network) {

    public ModelConfig {
        cutoffAngstrom = Wanted.above("cutoff", Wanted.orElse(cutoffAngstrom, 4.0), 0, "angstrom");
        degree = Wanted.atLeast("degree", Wanted.orElse(degree, 1), 0);
    }
}
