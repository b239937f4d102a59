package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Independent MD runs to learn from, and, at the same temperatures, to judge models by.
 *
 * @param temperaturesK where they are run
 * @param perTemperature to learn from, at each temperature
 * @param heldOut to judge models by, at each temperature; never learned from
 * @param heatToK replicas forget their start at this temperature first
 * @param coolingKelvinPerPicosecond and are cooled from there at this rate
 */
public record ReplicasConfig(
        @JsonProperty("temperatures-K") List<Double> temperaturesK,
        @JsonProperty("per-temperature") Integer perTemperature,
        @JsonProperty("held-out") Integer heldOut,
        @JsonProperty("heat-to-K") @Nullable Double heatToK,
        @JsonProperty("cooling-K-per-ps") @Nullable Double coolingKelvinPerPicosecond,
        @JsonProperty("equilibration-steps") Integer equilibrationSteps,
        @JsonProperty("frames") Integer frames,
        @JsonProperty("spacing-steps") Integer spacingSteps,
        @JsonProperty("energies-per-frame") Integer energiesPerFrame) {

    public ReplicasConfig {
        temperaturesK =
                List.copyOf(Wanted.present("temperatures-K", temperaturesK, "a list of temperatures in kelvin"));
        if (temperaturesK.isEmpty() || temperaturesK.stream().anyMatch(t -> !(t > 0))) {
            throw new ConfigValueException("temperatures-K", "is " + temperaturesK + "; each must be above 0 K");
        }
        if (coolingKelvinPerPicosecond != null) {
            double hottest = temperaturesK.stream().mapToDouble(t -> t).max().orElse(0);
            if (!(coolingKelvinPerPicosecond > 0) || heatToK == null || !(heatToK > hottest)) {
                throw new ConfigValueException(
                        "cooling-K-per-ps",
                        "is " + coolingKelvinPerPicosecond + " with heat-to-K " + heatToK
                                + "; wanted is a rate above 0 from a heat-to-K above " + hottest + " K");
            }
        }
        perTemperature = Wanted.atLeast("per-temperature", Wanted.orElse(perTemperature, 2), 1);
        heldOut = Wanted.atLeast("held-out", Wanted.orElse(heldOut, 1), 0);
        equilibrationSteps = Wanted.atLeast("equilibration-steps", Wanted.orElse(equilibrationSteps, 5000), 1);
        frames = Wanted.atLeast("frames", Wanted.orElse(frames, 20), 1);
        spacingSteps = Wanted.atLeast("spacing-steps", Wanted.orElse(spacingSteps, 100), 1);
        energiesPerFrame = Wanted.atLeast("energies-per-frame", Wanted.orElse(energiesPerFrame, 5), 1);
    }
}
