package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.reference.FrozenGlass;
import org.nocturne.learning.reference.FrozenLiquid;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.reference.ReferencePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne reference}: MD that judges, made once and frozen. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs independent MD replicas at each temperature and freezes them in a folder: frames, dense energies, hashes. They are "
                    + "held-out data: never trained on, used by every later judgement, never made again. Interrupted, the same command goes on.",
            "",
            "The cell is that of FILE, or with --pressure-kbar the mean one of MD at that pressure, found at each temperature and then "
                    + "kept. A liquid is melted first (--heat-to), a glass melted and cooled (--cooling); their density is that of FILE."
        },
        footer = {
            "",
            "Example:",
            "  nocturne reference silicon.extxyz --repeat 5,5,5 --settings silicon.yaml --temperatures 300,600,900 --out reference",
            "  nocturne reference silicon.extxyz --repeat 5,5,5 --settings silicon.yaml --temperatures 300,600,900 \\",
            "      --pressure-kbar 0 --out zero-pressure",
            "  nocturne reference argon-2048.extxyz --settings argon.yaml --temperatures 75,85,95 --heat-to 250 --out liquid",
            "  nocturne reference silicon.extxyz --repeat 5,5,5 --settings amorphous-silicon.yaml --temperatures 300 \\",
            "      --heat-to 2600 --cooling 50 --replicas 30 --frames 10 --out glass"
        })
public final class ReferenceCommand implements Callable<Integer> {
    private static final int MOST_REPLICAS = 10_000;

    @Parameters(
            paramLabel = "FILE",
            description = "The structure, extended XYZ, CIF, POSCAR or LAMMPS data; it is minimised first.")
    private @Nullable Path file;

    @Mixin
    private RepeatOption repeat = new RepeatOption();

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Mixin
    private ReferenceOptions budget = new ReferenceOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the reference.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ReferencePlan plan = budget.plan();
        ReferenceFolder folder = new ReferenceFolder(Objects.requireNonNull(out));
        Code opened = code.open();
        Tally tally = new Tally(Output.errors(spec));
        ReferenceManifest manifest = folder.manifest().isPresent()
                ? theSame(folder.manifest().get(), plan, opened)
                : begin(folder, plan, opened);
        if (manifest.isComplete()) {
            Output.of(spec).println("reference: " + out + " is complete and frozen; nothing was run");
        } else {
            ReferenceManifest ran = run(
                    folder, new MeanCells(folder, opened, code, Output.errors(spec)).complete(manifest), opened, tally);
            new QuenchBottoms(folder, opened, code, Output.errors(spec)).complete(ran);
        }
        if (tally.exitCode() == 0) {
            ReferenceReport report = new ReferenceReport(folder, folder.complete(), Output.of(spec));
            switch (plan.phase()) {
                case SOLID -> report.solid(FrozenReference.read(out));
                case LIQUID -> report.liquid(FrozenLiquid.read(out));
                case GLASS -> report.glass(FrozenGlass.read(out));
            }
        }
        return tally.exitCode();
    }

    private ReferenceManifest theSame(ReferenceManifest found, ReferencePlan plan, Code opened) {
        if (!found.plan().equals(plan) || !found.method().equals(opened.method().id())) {
            throw new IllegalArgumentException(out + ": holds a reference of " + found.plan() + " by method "
                    + found.method() + "; asked is " + plan + " by "
                    + opened.method().id()
                    + "; a reference is frozen, another needs a folder of its own");
        }
        return found;
    }

    private ReferenceManifest begin(ReferenceFolder folder, ReferencePlan plan, Code opened) throws IOException {
        List<InherentStructure> found = new ArrayList<>();
        Structure start = structure();
        if (plan.cell() != null) {
            CellRuns.requireCubic(start, "--pressure-kbar");
        }
        Task task = new Task.MinimiseTask(start, Minimisation.TIGHT);
        code.batch(opened).run(List.of(task), (index, outcome) -> {
            if (outcome instanceof Outcome.Failed failure) {
                throw new IllegalArgumentException(file + ": cannot be minimised: " + failure.cause() + ", "
                        + failure.detail() + "; see " + failure.workDir());
            }
            found.add(((Result.Minimised) ((Outcome.Done) outcome).result()).inherent());
        });
        return folder.begin(plan, found.get(0), opened.method());
    }

    private Structure structure() throws IOException {
        return repeat.of(StructureFile.of(Objects.requireNonNull(file)).first());
    }

    private record Wanted(double temperatureK, int number, Task.ReplicaTask task) {}

    private static List<Wanted> wanted(ReferenceFolder folder, ReferenceManifest begun) {
        ReferencePlan plan = begun.plan();
        List<Wanted> out = new ArrayList<>();
        for (int t = 0; t < plan.temperaturesK().size(); t++) {
            double kelvin = plan.temperaturesK().get(t);
            Kelvin at = Kelvin.of(kelvin);
            Kelvin heatTo = plan.heatToK() == null ? at : Kelvin.of(plan.heatToK());
            Structure start = folder.inherent(begun, kelvin).structure();
            for (int r = 1; r <= plan.replicas(); r++) {
                if (!begun.has(kelvin, r)) {
                    long own = new Seeds(plan.seed()).at(t * MOST_REPLICAS + r);
                    Task.ReplicaTask task = new Task.ReplicaTask(
                            start,
                            at,
                            heatTo,
                            plan.equilibrationSteps(),
                            plan.frames(),
                            plan.spacingSteps(),
                            plan.energiesPerFrame(),
                            own,
                            Optional.ofNullable(plan.coolingKelvinPerPicosecond()));
                    out.add(new Wanted(kelvin, r, task));
                }
            }
        }
        return out;
    }

    private ReferenceManifest run(ReferenceFolder folder, ReferenceManifest begun, Code opened, Tally tally)
            throws IOException {
        List<Wanted> wanted = wanted(folder, begun);
        PrintWriter errors = Output.errors(spec);
        ReferenceManifest[] manifest = {begun};
        try (StepProgress progress = new StepProgress("reference", wanted.size(), errors)) {
            code.batch(opened).run(wanted.stream().map(Wanted::task).toList(), (index, outcome) -> {
                Wanted done = wanted.get(index);
                if (outcome instanceof Outcome.Failed failure) {
                    tally.failed(index, failure);
                } else if (outcome instanceof Outcome.Done answer) {
                    manifest[0] = folder.add(
                            manifest[0],
                            done.temperatureK(),
                            done.number(),
                            done.task().seed(),
                            (Result.Sampled) answer.result(),
                            opened.method());
                    tally.done();
                }
                progress.step();
            });
        }
        return manifest[0];
    }
}
