package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.SpaceGroup;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.reference.CellPlan;

/**
 * MD at a pressure, which finds how much larger than a given one the mean cell is.
 *
 * @param plan pressure, and steps of each run
 * @param runs how many
 * @param equilibrationSteps before the first volume of each
 * @param seeds one for each run, counted from 1
 */
record CellRuns(CellPlan plan, int runs, int equilibrationSteps, IntToLongFunction seeds) {

    /**
     * Refuses what a barostat that scales the cell as a whole would do wrong.
     *
     * @param option by which the pressure was asked for
     * @throws IllegalArgumentException if the crystal is not cubic
     */
    static void requireCubic(Structure structure, String option) {
        Crystal crystal = Crystal.of(structure);
        SpaceGroup group = SpaceGroup.of(crystal.primitiveCell());
        if (!group.isCubic()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s scales the cell as a whole, which only a cubic crystal does by itself; this one has %d"
                            + " atoms in its primitive cell and %d symmetry operations that are not those of a cubic class",
                    option,
                    crystal.sites(),
                    group.operations().size()));
        }
    }

    /**
     * Mean of the cube root of the volume over that of the structure given, with its error.
     *
     * @param step after each run
     * @throws IllegalArgumentException if a run fails
     */
    Estimate edgeFactor(Batch batch, Structure given, Kelvin temperature, Runnable step) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (int r = 1; r <= runs; r++) {
            tasks.add(new Task.CellTask(
                    given,
                    temperature,
                    plan.pressureEvPerCubicAngstrom(),
                    equilibrationSteps,
                    plan.steps(),
                    CellPlan.SPACING,
                    seeds.applyAsLong(r)));
        }
        TreeMap<Integer, double[]> edges = new TreeMap<>();
        batch.run(tasks, (index, outcome) -> {
            double[] volumes = ((Result.Volumes) done(outcome, "a run at " + temperature)).volumesCubicAngstrom();
            double[] factors = new double[volumes.length];
            for (int k = 0; k < factors.length; k++) {
                factors[k] = Math.cbrt(volumes[k] / given.cell().volume());
            }
            edges.put(index, factors);
            step.run();
        });
        return Estimate.meanOf(List.copyOf(edges.values()));
    }

    /** @throws IllegalArgumentException if this was a failure */
    static Result done(Outcome outcome, String what) {
        if (outcome instanceof Outcome.Failed failure) {
            throw new IllegalArgumentException(what + " failed, so the cell is not known: " + failure.cause() + ", "
                    + failure.detail() + "; see " + failure.workDir());
        }
        return ((Outcome.Done) outcome).result();
    }
}
