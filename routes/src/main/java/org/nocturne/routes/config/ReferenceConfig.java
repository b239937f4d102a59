package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Frozen MD at the target's temperature, by which the ensemble is judged; never learned from. */
public record ReferenceConfig(
        @JsonProperty("replicas") Integer replicas,
        @JsonProperty("equilibration-steps") Integer equilibrationSteps,
        @JsonProperty("frames") Integer frames,
        @JsonProperty("spacing-steps") Integer spacingSteps,
        @JsonProperty("energies-per-frame") Integer energiesPerFrame) {

    public ReferenceConfig {
        replicas = Wanted.atLeast("replicas", Wanted.orElse(replicas, 4), 0);
        equilibrationSteps = Wanted.atLeast("equilibration-steps", Wanted.orElse(equilibrationSteps, 5000), 1);
        frames = Wanted.atLeast("frames", Wanted.orElse(frames, 50), 1);
        spacingSteps = Wanted.atLeast("spacing-steps", Wanted.orElse(spacingSteps, 200), 1);
        energiesPerFrame = Wanted.atLeast("energies-per-frame", Wanted.orElse(energiesPerFrame, 20), 1);
    }
}
