package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposals and their relaxation.
 *
 * @param temperaturesK at which candidates are proposed and judged, the target's among them; empty for the target's alone
 * @param count in all
 * @param round between two assessments
 * @param nvtSteps of the relax step
 * @param judged at each temperature the newest so many, at most
 * @param forceTolerance at which minimisation ends, norm of the global force vector in eV/angstrom
 * @param variants what makes them of the quenches of a glass; null where they are frames of the library, or thermal proposals
 */
public record CandidatesConfig(
        @JsonProperty("temperatures-K") List<Double> temperaturesK,
        @JsonProperty("count") Integer count,
        @JsonProperty("round") Integer round,
        @JsonProperty("judged") Integer judged,
        @JsonProperty("nvt-steps") Integer nvtSteps,
        @JsonProperty("force-tolerance") Double forceTolerance,
        @JsonProperty("variants") @Nullable VariantsConfig variants) {

    /** The variance of the energy is then known to 4.5 %, the square root of 2/M, of bands of 20 to 25 %. */
    private static final int JUDGED = 1000;

    /** Fewer have no ledger. */
    private static final int FEWEST_JUDGED = 4;

    public CandidatesConfig {
        temperaturesK = List.copyOf(Wanted.orElse(temperaturesK, List.of()));
        if (temperaturesK.stream().anyMatch(t -> !(t > 0))
                || temperaturesK.stream().distinct().count() < temperaturesK.size()) {
            throw new ConfigValueException(
                    "temperatures-K", "is " + temperaturesK + "; each must be above 0 K, and none there twice");
        }
        count = Wanted.atLeast("count", Wanted.present("count", count, "how many candidates to propose"), 1);
        round = Wanted.atLeast("round", Wanted.orElse(round, Math.max(1, count / 4)), 1);
        judged = Wanted.atLeast("judged", Wanted.orElse(judged, JUDGED), FEWEST_JUDGED);
        nvtSteps = Wanted.atLeast("nvt-steps", Wanted.orElse(nvtSteps, 200), 50);
        forceTolerance = Wanted.above("force-tolerance", Wanted.orElse(forceTolerance, 1e-3), 0, "eV/angstrom");
    }

    /** The same, with the target's temperature where none are given. */
    CandidatesConfig at(double targetK) {
        if (!temperaturesK.isEmpty() && !temperaturesK.contains(targetK)) {
            throw new ConfigValueException(
                    "candidates.temperatures-K",
                    "is " + temperaturesK + "; the target's " + targetK + " K must be one of them");
        }
        return new CandidatesConfig(
                temperaturesK.isEmpty() ? List.of(targetK) : temperaturesK,
                count,
                round,
                judged,
                nvtSteps,
                forceTolerance,
                variants);
    }
}
