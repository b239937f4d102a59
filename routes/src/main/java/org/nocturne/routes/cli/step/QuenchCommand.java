package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.quench.QuenchFolder;
import org.nocturne.learning.quench.QuenchManifest;
import org.nocturne.learning.quench.QuenchPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne quench}: a library of glasses by melting and cooling. */
@Command(
        name = "quench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Melts a structure, cools it at each rate and minimises it, several times over with seeds of their own, and freezes the "
                        + "inherent structures in a folder with their hashes. The cell stays that of the structure, and so does the density. "
                        + "Interrupted, the same command goes on; a complete folder is never run again.",
        footer = {
            "",
            "Example:",
            "  nocturne quench silicon.extxyz --repeat 5,5,5 --settings silicon.yaml --rates 10,50 --count 5 --melt 2600 \\",
            "      --coordination 2.9 --out quenches"
        })
public final class QuenchCommand implements Callable<Integer> {
    private static final int MOST_QUENCHES = 10_000;

    @Parameters(paramLabel = "FILE", description = "What is melted, extended XYZ, CIF, POSCAR or LAMMPS data.")
    private @Nullable Path file;

    @Mixin
    private RepeatOption repeat = new RepeatOption();

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Mixin
    private QuenchOptions budget = new QuenchOptions();

    @Option(
            names = "--coordination",
            required = true,
            paramLabel = "ANGSTROM",
            description = "Atoms closer than this count as neighbours in the report; the first minimum of g(r).")
    private double cutoffAngstrom;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the library.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        QuenchPlan plan = budget.plan();
        Structure start =
                repeat.of(StructureFile.of(Objects.requireNonNull(file)).first());
        QuenchFolder folder = new QuenchFolder(Objects.requireNonNull(out));
        Code opened = code.open();
        QuenchManifest manifest = folder.open(plan, start, opened.method());
        Tally tally = new Tally(Output.errors(spec));
        if (manifest.isComplete()) {
            Output.of(spec).println("quench: " + out + " is complete and frozen; nothing was run");
        } else {
            manifest = run(folder, manifest, start, opened, tally);
        }
        new QuenchReport(folder, cutoffAngstrom).write(manifest, Output.of(spec));
        return tally.exitCode();
    }

    private record Wanted(double kelvinPerPicosecond, int number, Task.QuenchTask task) {}

    private static List<Wanted> wanted(QuenchManifest begun, Structure start) {
        QuenchPlan plan = begun.plan();
        List<Wanted> out = new ArrayList<>();
        for (int r = 0; r < plan.kelvinPerPicosecond().size(); r++) {
            double rate = plan.kelvinPerPicosecond().get(r);
            for (int number = 1; number <= plan.quenches(); number++) {
                if (!begun.has(rate, number)) {
                    Task.QuenchTask task = new Task.QuenchTask(
                            start,
                            Kelvin.of(plan.meltK()),
                            plan.meltPicoseconds(),
                            Kelvin.of(plan.endK()),
                            rate,
                            Minimisation.TIGHT,
                            new Seeds(plan.seed()).at(r * MOST_QUENCHES + number));
                    out.add(new Wanted(rate, number, task));
                }
            }
        }
        return out;
    }

    private QuenchManifest run(QuenchFolder folder, QuenchManifest begun, Structure start, Code opened, Tally tally)
            throws IOException {
        List<Wanted> wanted = wanted(begun, start);
        PrintWriter errors = Output.errors(spec);
        QuenchManifest[] manifest = {begun};
        try (StepProgress progress = new StepProgress("quench", wanted.size(), errors)) {
            code.batch(opened).run(wanted.stream().map(Wanted::task).toList(), (index, outcome) -> {
                Wanted done = wanted.get(index);
                if (outcome instanceof Outcome.Failed failure) {
                    tally.failed(index, failure);
                } else if (outcome instanceof Outcome.Done answer) {
                    manifest[0] = folder.add(
                            manifest[0],
                            done.kelvinPerPicosecond(),
                            done.number(),
                            done.task().seed(),
                            (Result.Quenched) answer.result(),
                            opened.method());
                    tally.done();
                }
                progress.step();
            });
        }
        return manifest[0];
    }
}
