package org.nocturne.adapters.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.work.Task;

/** What an adapter is told of molecular dynamics, and how many records must come of it. */
final class MotionSteps {
    /** Of the short run to a thermal frame: enough for a mean temperature. */
    private static final int RECORDS_OF_RELAX = 50;

    private static final int LARGEST_SEED = 900_000_000;

    private MotionSteps() {}

    /** Variables of templates; temperatures in kelvin. */
    static Map<String, Object> variables(Task.RelaxTask relax) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("temperature", relax.temperature().value());
        out.put("md_steps", records(relax) * between(relax));
        out.put("record_steps", between(relax));
        out.put("force_tolerance", relax.minimisation().forceToleranceEvPerAngstrom());
        out.put("max_iterations", relax.minimisation().maxIterations());
        out.put("seed", seed(relax.seed()));
        return out;
    }

    /** As above. */
    static Map<String, Object> variables(Task.ReplicaTask replica) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("temperature", replica.temperature().value());
        out.put("heat_to", replica.heatTo().value());
        out.put("cooling_ps", replica.coolingPicoseconds());
        out.put("equilibration_steps", replica.equilibrationSteps());
        out.put("frames", replica.frames());
        out.put("spacing_steps", replica.spacingSteps());
        out.put("record_steps", RunSteps.betweenEnergies(replica));
        out.put("md_steps", (long) replica.frames() * replica.spacingSteps());
        out.put("seed", seed(replica.seed()));
        return out;
    }

    /** Records of energy and temperature, that of the start not counted. */
    static int records(Task.ReplicaTask replica) {
        return Math.toIntExact((long) replica.frames() * replica.spacingSteps() / RunSteps.betweenEnergies(replica));
    }

    static int records(Task.RelaxTask relax) {
        return Math.max(1, relax.nvtSteps() / between(relax));
    }

    private static int between(Task.RelaxTask relax) {
        return Math.max(1, relax.nvtSteps() / RECORDS_OF_RELAX);
    }

    /** Ours are any long; programs want a small whole number above 0. */
    private static int seed(long seed) {
        return new SplittableRandom(seed).nextInt(1, LARGEST_SEED);
    }
}
