package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Frozen MD at the target's temperature, by which the ensemble is judged; never learned from.
 *
 * @param from folder of a reference that was made before; then this campaign runs none of its own
 */
public record ReferenceConfig(
        @JsonProperty("replicas") Integer replicas,
        @JsonProperty("equilibration-steps") Integer equilibrationSteps,
        @JsonProperty("frames") Integer frames,
        @JsonProperty("spacing-steps") Integer spacingSteps,
        @JsonProperty("energies-per-frame") Integer energiesPerFrame,
        @JsonProperty("from") @Nullable String from) {

    public ReferenceConfig {
        if (from != null
                && (replicas != null
                        || equilibrationSteps != null
                        || frames != null
                        || spacingSteps != null
                        || energiesPerFrame != null)) {
            throw new ConfigValueException(
                    "from", "is '" + from + "', a reference that is made already; wanted is no other key beside it");
        }
        replicas = Wanted.atLeast("replicas", Wanted.orElse(replicas, from == null ? 4 : 0), 0);
        equilibrationSteps = Wanted.atLeast("equilibration-steps", Wanted.orElse(equilibrationSteps, 5000), 1);
        frames = Wanted.atLeast("frames", Wanted.orElse(frames, 50), 1);
        spacingSteps = Wanted.atLeast("spacing-steps", Wanted.orElse(spacingSteps, 200), 1);
        energiesPerFrame = Wanted.atLeast("energies-per-frame", Wanted.orElse(energiesPerFrame, 20), 1);
    }
}
