package org.nocturne.learning.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a reference: the same at every temperature.
 *
 * @param temperaturesK where MD is run
 * @param replicas independent runs at each temperature, each with a seed of its own
 * @param equilibrationSteps before anything is kept
 * @param frames kept of each replica
 * @param spacingSteps between two of them
 * @param energiesPerFrame energies recorded between two frames, for the dense series
 * @param seed from which every other seed is derived
 * @param cell how the cell is found at each temperature; null where it is fixed
 * @param heatToK temperature of a first stage of each replica, which melts it: the reference is of a liquid; null where there is none
 * @param coolingKelvinPerPicosecond rate at which the melt is cooled: the reference is of a glass; null where it is brought to its temperature at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferencePlan(
        List<Double> temperaturesK,
        int replicas,
        int equilibrationSteps,
        int frames,
        int spacingSteps,
        int energiesPerFrame,
        long seed,
        @Nullable CellPlan cell,
        @Nullable Double heatToK,
        @Nullable Double coolingKelvinPerPicosecond) {

    /** What a reference is of. */
    public enum Phase {
        SOLID("nothing was melted"),
        LIQUID("it was melted; nocturne reference --heat-to"),
        GLASS("it was melted and cooled; nocturne reference --heat-to, --cooling");

        private final String how;

        Phase(String how) {
            this.how = how;
        }

        /** With how it comes about, for messages. */
        public String describe() {
            return name().toLowerCase(Locale.ROOT) + " (" + how + ")";
        }
    }

    /** In a fixed cell, nothing molten. */
    public ReferencePlan(
            List<Double> temperaturesK,
            int replicas,
            int equilibrationSteps,
            int frames,
            int spacingSteps,
            int energiesPerFrame,
            long seed) {
        this(
                temperaturesK,
                replicas,
                equilibrationSteps,
                frames,
                spacingSteps,
                energiesPerFrame,
                seed,
                null,
                null,
                null);
    }

    public ReferencePlan {
        temperaturesK = List.copyOf(temperaturesK);
        if (temperaturesK.isEmpty() || temperaturesK.stream().anyMatch(t -> !(t > 0))) {
            throw new IllegalArgumentException("temperatures are " + temperaturesK + "; each must be above 0 K");
        }
        positive("replicas", replicas);
        positive("equilibration steps", equilibrationSteps);
        positive("frames", frames);
        positive("spacing", spacingSteps);
        positive("energies per frame", energiesPerFrame);
        if (heatToK != null && cell != null) {
            throw new IllegalArgumentException("a liquid is melted at " + heatToK + " K and its cell is found at "
                    + cell.pressureKbar() + " kbar; a liquid's density is that of the structure given");
        }
        if (coolingKelvinPerPicosecond != null && (!(coolingKelvinPerPicosecond > 0) || heatToK == null)) {
            throw new IllegalArgumentException("cooling is " + coolingKelvinPerPicosecond + " K/ps from "
                    + (heatToK == null ? "no melt" : heatToK + " K")
                    + "; wanted is a rate above 0, and a temperature to melt at");
        }
    }

    @JsonIgnore
    public Phase phase() {
        return heatToK == null ? Phase.SOLID : coolingKelvinPerPicosecond == null ? Phase.LIQUID : Phase.GLASS;
    }

    private static void positive(String what, int found) {
        if (found < 1) {
            throw new IllegalArgumentException(what + " is " + found + "; at least 1 is wanted");
        }
    }
}
