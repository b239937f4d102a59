package org.nocturne.adapters.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.adapters.ProgramSeed;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.work.Task;

/** What an adapter is told of molecular dynamics, and how many records must come of it. */
final class MotionSteps {
    /** Of the short run to a thermal frame, at least where it has as many steps: enough for a mean temperature. */
    private static final int RECORDS_OF_RELAX = 50;

    private MotionSteps() {}

    /** Variables of templates; temperatures in kelvin. */
    static Map<String, Object> variables(Task.RelaxTask relax) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("temperature", relax.temperature().value());
        out.put("md_steps", relax.nvtSteps());
        out.put("record_steps", between(relax));
        out.put("force_tolerance", relax.minimisation().forceToleranceEvPerAngstrom());
        out.put("max_iterations", relax.minimisation().maxIterations());
        out.put("seed", ProgramSeed.of(relax.seed(), 0));
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
        out.put("seed", ProgramSeed.of(replica.seed(), 0));
        return out;
    }

    /** Records of energy and temperature, that of the start not counted. */
    static int records(Task.ReplicaTask replica) {
        return Math.toIntExact((long) replica.frames() * replica.spacingSteps() / RunSteps.betweenEnergies(replica));
    }

    static int records(Task.RelaxTask relax) {
        return relax.nvtSteps() / between(relax);
    }

    /** A divisor of the steps, so that as many are made as were asked for. */
    private static int between(Task.RelaxTask relax) {
        int steps = Math.max(1, relax.nvtSteps() / RECORDS_OF_RELAX);
        while (relax.nvtSteps() % steps != 0) {
            steps--;
        }
        return steps;
    }
}
