package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Thermal frames that the second code labels as they are.
 *
 * @param perRound of each round, drawn at random
 */
public record AuditFramesConfig(@JsonProperty("per-round") Integer perRound) {
    public AuditFramesConfig {
        perRound = Wanted.atLeast("per-round", Wanted.present("per-round", perRound, "how many of each round"), 1);
    }
}
