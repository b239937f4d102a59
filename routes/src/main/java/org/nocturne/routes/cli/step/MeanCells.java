package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.reference.CellPlan;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.reference.ReferencePlan;

/** Finds the cells of a reference at a pressure, temperature by temperature, and freezes them. */
final class MeanCells {
    /** Seeds of these runs lie apart from those of the replicas. */
    private static final int APART = 500_000_000;

    private static final int MOST_RUNS = 10_000;

    private final ReferenceFolder folder;
    private final Code opened;
    private final CodeOptions code;
    private final PrintWriter errors;

    MeanCells(ReferenceFolder folder, Code opened, CodeOptions code, PrintWriter errors) {
        this.folder = folder;
        this.opened = opened;
        this.code = code;
        this.errors = errors;
    }

    /** Those that are missing are found; the manifest that holds all of them. */
    ReferenceManifest complete(ReferenceManifest begun) throws IOException {
        CellPlan plan = begun.plan().cell();
        if (plan == null) {
            return begun;
        }
        InherentStructure given = folder.inherent(begun);
        CellRuns.requireCubic(given.structure(), "--pressure-kbar");
        List<Double> missing = begun.plan().temperaturesK().stream()
                .filter(t -> begun.cellAt(t).isEmpty())
                .toList();
        ReferenceManifest manifest = begun;
        try (StepProgress progress =
                new StepProgress("cells", missing.size() * begun.plan().replicas(), errors)) {
            for (double kelvin : missing) {
                Estimate factor = factor(begun.plan(), plan, given.structure(), kelvin, progress);
                manifest = folder.addCell(manifest, kelvin, factor, minimised(given.structure(), factor.value()));
            }
        }
        return manifest;
    }

    private Estimate factor(ReferencePlan all, CellPlan plan, Structure given, double kelvin, StepProgress progress)
            throws IOException {
        int rung = all.temperaturesK().indexOf(kelvin);
        Seeds own = new Seeds(all.seed());
        return new CellRuns(plan, all.replicas(), all.equilibrationSteps(), r -> own.at(APART + rung * MOST_RUNS + r))
                .edgeFactor(code.batch(opened), given, Kelvin.of(kelvin), progress::step);
    }

    private InherentStructure minimised(Structure given, double factor) throws IOException {
        List<InherentStructure> found = new ArrayList<>();
        code.batch(opened)
                .run(
                        List.of(new Task.MinimiseTask(given.scaled(factor), Minimisation.TIGHT)),
                        (i, outcome) ->
                                found.add(((Result.Minimised) CellRuns.done(outcome, "a minimisation")).inherent()));
        return found.get(0);
    }
}
