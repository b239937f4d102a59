package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Proposals and their relaxation.
 *
 * @param count in all
 * @param round between two assessments
 * @param nvtSteps of the relax step
 * @param forceTolerance at which minimisation ends, norm of the global force vector in eV/angstrom
 */
public record CandidatesConfig(
        @JsonProperty("count") Integer count,
        @JsonProperty("round") Integer round,
        @JsonProperty("nvt-steps") Integer nvtSteps,
        @JsonProperty("force-tolerance") Double forceTolerance) {

    public CandidatesConfig {
        count = Wanted.atLeast("count", Wanted.present("count", count, "how many candidates to propose"), 1);
        round = Wanted.atLeast("round", Wanted.orElse(round, Math.max(1, count / 4)), 1);
        nvtSteps = Wanted.atLeast("nvt-steps", Wanted.orElse(nvtSteps, 200), 50);
        forceTolerance = Wanted.above("force-tolerance", Wanted.orElse(forceTolerance, 1e-3), 0, "eV/angstrom");
    }
}
