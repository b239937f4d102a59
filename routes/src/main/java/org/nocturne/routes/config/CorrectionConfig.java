package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a thermal proposal is made right with the true force.
 *
 * @param method none, baoab (preconditioned Langevin) or hmc (the same first, then hybrid Monte Carlo)
 * @param steps force calls of the Langevin run, or of each trajectory
 * @param delta step in units of a mode's period over 2 pi
 * @param friction of the Langevin run, in the inverse of those units
 * @param trajectories of hybrid Monte Carlo
 * @param burnIn Langevin steps, of 0.5, before the trajectories
 * @param forces whose: code or model
 * @param forceCapEvPerAngstrom longest force on an atom that the Langevin run believes; null for no cap
 */
public record CorrectionConfig(
        @JsonProperty("method") String method,
        @JsonProperty("steps") Integer steps,
        @JsonProperty("delta") Double delta,
        @JsonProperty("friction") Double friction,
        @JsonProperty("trajectories") Integer trajectories,
        @JsonProperty("burn-in") Integer burnIn,
        @JsonProperty("forces") String forces,
        @JsonProperty("force-cap") @Nullable Double forceCapEvPerAngstrom) {

    public static final String NONE = "none";
    public static final String HMC = "hmc";
    public static final String CODE = "code";

    public CorrectionConfig {
        method = Wanted.oneOf("method", Wanted.orElse(method, NONE), List.of(NONE, "baoab", HMC));
        steps = Wanted.atLeast("steps", Wanted.orElse(steps, defaultSteps(method)), 1);
        delta = Wanted.above("delta", Wanted.orElse(delta, defaultDelta(method)), 0, "");
        if (delta >= 2) {
            throw new ConfigValueException("delta", "is " + delta + "; it must be below 2, where every mode blows up");
        }
        friction = Wanted.above("friction", Wanted.orElse(friction, 1.0), 0, "");
        trajectories = Wanted.atLeast("trajectories", Wanted.orElse(trajectories, 4), 1);
        burnIn = Wanted.atLeast("burn-in", Wanted.orElse(burnIn, 8), 1);
        forces = Wanted.oneOf("forces", Wanted.orElse(forces, CODE), List.of(CODE, "model"));
        if (method.equals(HMC) && !forces.equals(CODE)) {
            throw new ConfigValueException(
                    "forces", "is 'model', which has no energy; hmc needs one for its Metropolis test: wanted is code");
        }
        if (forceCapEvPerAngstrom != null) {
            Wanted.above("force-cap", forceCapEvPerAngstrom, 0, "eV/angstrom");
        }
    }

    /** No correction at all. */
    public static CorrectionConfig none() {
        return new CorrectionConfig(NONE, defaultSteps(NONE), defaultDelta(NONE), 1.0, 4, 8, CODE, null);
    }

    /** Hybrid Monte Carlo wants fewer and shorter steps: its test rejects what a Langevin run would let pass. */
    public static int defaultSteps(String method) {
        return method.equals(HMC) ? 6 : 8;
    }

    public static double defaultDelta(String method) {
        return method.equals(HMC) ? 0.25 : 0.5;
    }

    public boolean isOn() {
        return !method.equals(NONE);
    }
}
