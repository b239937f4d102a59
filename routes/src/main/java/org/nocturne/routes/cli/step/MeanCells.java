package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.SpaceGroup;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
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

    /**
     * Refuses what a barostat that scales the cell as a whole would do wrong.
     *
     * @throws IllegalArgumentException if the crystal is not cubic
     */
    static void requireCubic(Structure structure) {
        Crystal crystal = Crystal.of(structure);
        SpaceGroup group = SpaceGroup.of(crystal.primitiveCell());
        if (!group.isCubic()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--pressure-kbar scales the cell as a whole, which only a cubic crystal does by itself; this one has %d"
                            + " atoms in its primitive cell and %d symmetry operations that are not those of a cubic class",
                    crystal.sites(),
                    group.operations().size()));
        }
    }

    /** Those that are missing are found; the manifest that holds all of them. */
    ReferenceManifest complete(ReferenceManifest begun) throws IOException {
        CellPlan plan = begun.plan().cell();
        if (plan == null) {
            return begun;
        }
        InherentStructure given = folder.inherent(begun);
        requireCubic(given.structure());
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
        List<Task> tasks = new ArrayList<>();
        int rung = all.temperaturesK().indexOf(kelvin);
        for (int r = 1; r <= all.replicas(); r++) {
            tasks.add(new Task.CellTask(
                    given,
                    Kelvin.of(kelvin),
                    plan.pressureEvPerCubicAngstrom(),
                    all.equilibrationSteps(),
                    plan.steps(),
                    CellPlan.SPACING,
                    new Seeds(all.seed()).at(APART + rung * MOST_RUNS + r)));
        }
        TreeMap<Integer, double[]> edges = new TreeMap<>();
        code.batch(opened).run(tasks, (index, outcome) -> {
            double[] volumes = ((Result.Volumes) done(outcome, "a run at " + kelvin + " K")).volumesCubicAngstrom();
            double[] factors = new double[volumes.length];
            for (int k = 0; k < factors.length; k++) {
                factors[k] = Math.cbrt(volumes[k] / given.cell().volume());
            }
            edges.put(index, factors);
            progress.step();
        });
        return Estimate.meanOf(List.copyOf(edges.values()));
    }

    private InherentStructure minimised(Structure given, double factor) throws IOException {
        List<InherentStructure> found = new ArrayList<>();
        code.batch(opened)
                .run(
                        List.of(new Task.MinimiseTask(given.scaled(factor), Minimisation.TIGHT)),
                        (i, outcome) -> found.add(((Result.Minimised) done(outcome, "a minimisation")).inherent()));
        return found.get(0);
    }

    private static Result done(Outcome outcome, String what) {
        if (outcome instanceof Outcome.Failed failure) {
            throw new IllegalArgumentException(what + " failed, so the cell is not known: " + failure.cause() + ", "
                    + failure.detail() + "; see " + failure.workDir());
        }
        return Objects.requireNonNull((Outcome.Done) outcome).result();
    }
}
