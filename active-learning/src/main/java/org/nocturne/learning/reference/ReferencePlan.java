package org.nocturne.learning.reference;

import java.util.List;

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
 */
public record ReferencePlan(
        List<Double> temperaturesK,
        int replicas,
        int equilibrationSteps,
        int frames,
        int spacingSteps,
        int energiesPerFrame,
        long seed) {

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
    }

    private static void positive(String what, int found) {
        if (found < 1) {
            throw new IllegalArgumentException(what + " is " + found + "; at least 1 is wanted");
        }
    }
}
