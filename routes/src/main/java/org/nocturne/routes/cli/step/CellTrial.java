package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.reference.CellPlan;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.StructureConfig;
import org.nocturne.routes.run.FoundCell;
import org.nocturne.routes.run.Inputs;

/** Finds the mean cell of a campaign at the target's temperature and the pressure asked for, before the campaign begins. */
public final class CellTrial {
    private static final String KEY = "structure.pressure-kbar";
    private static final int RUNS = 4;

    private CellTrial() {}

    /**
     * Runs the trial.
     *
     * @param work where its runs lie; those that failed stay there
     * @throws org.nocturne.routes.config.ConfigException if the crystal is not cubic, or a run fails
     */
    public static FoundCell of(ConfigReader.Read read, Inputs inputs, Path work) throws IOException {
        StructureConfig asked = inputs.config().structure();
        CampaignPlan plan = inputs.plan();
        CellPlan cell = new CellPlan(Objects.requireNonNull(asked.pressureKbar()), asked.cellSteps());
        try {
            CellRuns.requireCubic(inputs.start(), KEY);
            List<InherentStructure> minimised = new ArrayList<>();
            batch(inputs, work)
                    .run(
                            List.of(new Task.MinimiseTask(
                                    inputs.start(), plan.proposals().minimisation())),
                            (index, outcome) -> minimised.add(
                                    ((Result.Minimised) CellRuns.done(outcome, "the minimisation of the start"))
                                            .inherent()));
            Estimate factor = new CellRuns(
                            cell, RUNS, plan.replicas().length().equilibrationSteps(), run -> plan.seedOf("cell", run))
                    .edgeFactor(batch(inputs, work), minimised.get(0).structure(), plan.temperature(), () -> {});
            return new FoundCell(factor.value(), why(factor, cell, plan));
        } catch (IllegalArgumentException e) {
            throw read.problem(KEY, KEY + " is " + asked.pressureKbar() + ": " + e.getMessage());
        }
    }

    private static Batch batch(Inputs inputs, Path work) {
        return new Batch(
                inputs.code(),
                inputs.config().slots(),
                inputs.config().code().timeLimit(),
                work.toAbsolutePath(),
                false);
    }

    private static String why(Estimate factor, CellPlan cell, CampaignPlan plan) {
        return String.format(
                Locale.ROOT,
                "mean cell of %d MD runs of %d steps at %s kbar and %s: edges %.4f(%.4f) %% longer than those of the file",
                RUNS,
                cell.steps(),
                cell.pressureKbar(),
                plan.temperature(),
                100 * (factor.value() - 1),
                100 * factor.standardError());
    }
}
