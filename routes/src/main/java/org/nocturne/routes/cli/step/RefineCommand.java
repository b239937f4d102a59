package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.port.Forces;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.refinement.Displaced;
import org.nocturne.generator.refinement.EnsembleRefinement;
import org.nocturne.generator.refinement.NoiseFloor;
import org.nocturne.generator.refinement.Refined;
import org.nocturne.generator.refinement.RefinementSettings;
import org.nocturne.generator.refinement.RefinementStep;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.routes.run.CodeForces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne refine}: a set of glasses whose mean pattern meets a measured one. */
@Command(
        name = "refine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Moves a set of disordered structures, against the energy of the code, until the mean of their S(q) meets a target. The "
                        + "weight of the misfit rises until chi2 per point is 1 within its error, and no further: below it noise would be "
                        + "fitted. Held-out points are never fitted. Tells misfit and energy before, after, and after free relaxation.",
        footer = {
            "",
            "Examples:",
            "  nocturne refine target.xye --structures glasses.extxyz --settings silicon.yaml --out refined.extxyz",
            "  nocturne refine measured.xye --structures a.extxyz,b.extxyz --settings silicon.yaml --temperature 300 \\",
            "      --hold-out 4 --json --out refined.extxyz"
        })
public final class RefineCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "TARGET",
            description =
                    "S(q), three columns: q in 1/angstrom unless --axis or the file says otherwise, S, standard error.")
    private @Nullable Path target;

    @Mixin
    private AxisOptions axis = new AxisOptions();

    @Option(
            names = "--structures",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "The set, minimised structures; all frames of all files.")
    private List<Path> structures = List.of();

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Mixin
    private PairPatternOptions pattern = new PairPatternOptions();

    @Mixin
    private RefineOptions options = new RefineOptions();

    @Mixin
    private MotionOptions motion = new MotionOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "The refined set, extended XYZ.")
    private @Nullable Path out;

    @Option(names = "--relaxed-out", paramLabel = "FILE", description = "The same after free relaxation.")
    private @Nullable Path relaxedOut;

    @Option(
            names = "--thermal-out",
            paramLabel = "FILE",
            description = "The refined set in motion: each structure with its fresh thermal displacements.")
    private @Nullable Path thermalOut;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        motion.check();
        if (thermalOut != null && motion.temperatureK == null) {
            throw new IllegalArgumentException("--thermal-out asks for motion; wanted is --temperature with it");
        }
        Spectrum measured = SpectrumFile.read(Objects.requireNonNull(target), axis.said());
        List<Structure> start = StartingSet.read(structures);
        RefineJudgement judge = new RefineJudgement(
                Patterns.observable(pattern.pattern(start, measured.qPerAngstrom())),
                measured,
                pattern.points(),
                pattern.adjust);
        Spectrum fitted = pattern.points().fitted(measured);
        RefinementSettings settings = options.settings();
        Code opened = code.open();
        Relaxations relaxations = new Relaxations(opened, code, motion);
        List<RefineJudgement.State> states = new ArrayList<>();

        Relaxations.Relaxed around = relaxations.of(start);
        states.add(judge.of("start", start, around.displaced(), energies(opened, start)));
        EnsembleRefinement refinement = refinement(start, fitted, settings);
        Refined refined = refine(refinement, opened, start, around.displaced());
        for (int round = 2; round <= motion.rounds(); round++) {
            around = relaxations.of(refined.structures());
            tell(
                    "frames drawn anew: chi2 %.3f before, %.3f now%n",
                    refined.reducedChiSquare(), refinement.reducedChiSquare(refined.structures(), around.displaced()));
            refinement = refinement(
                    start,
                    fitted,
                    refined.lambdaEvPerAtom() > 0 ? settings.withFirstLambda(refined.lambdaEvPerAtom()) : settings);
            refined = refine(refinement, opened, refined.structures(), around.displaced());
        }
        double[] energies = energies(opened, refined.structures());
        states.add(judge.of("refined", refined.structures(), around.displaced(), energies));
        Relaxations.Relaxed free = relaxations.of(refined.structures());
        if (motion.temperatureK != null) {
            states.add(judge.of("refined, fresh frames", refined.structures(), free.displaced(), energies));
        }
        double[] freeEnergies = free.inherent().stream()
                .mapToDouble(InherentStructure::energyEv)
                .toArray();
        states.add(judge.of("relaxed freely", free.structures(), free.displaced(), freeEnergies));
        free.meanSquareAngstrom2()
                .ifPresent(square -> tell("<u^2> around the relaxed structures: %.5f square angstrom%n", square));
        RefinedFiles.write(out, refined.structures(), energies);
        RefinedFiles.write(relaxedOut, free.structures(), freeEnergies);
        if (motion.temperatureK != null) {
            RefinedFiles.writeThermal(thermalOut, refined.structures(), free.displaced(), motion.temperatureK);
        }
        report(states, refined, refinement.floor(), measured.size() - fitted.size());
        return 0;
    }

    private EnsembleRefinement refinement(List<Structure> start, Spectrum fitted, RefinementSettings settings) {
        return new EnsembleRefinement(
                Patterns.observable(pattern.pattern(start, fitted.qPerAngstrom())), fitted, pattern.adjust, settings);
    }

    private Refined refine(EnsembleRefinement refinement, Code opened, List<Structure> from, Displaced displaced) {
        List<Forces> forces = new ArrayList<>();
        try {
            for (int a = 0; a < from.size(); a++) {
                forces.add(forces(opened, from.get(a), a));
            }
            return refinement.refine(from, forces, displaced, step -> tell(refinement.floor(), step));
        } finally {
            forces.forEach(Forces::close);
        }
    }

    private double[] energies(Code opened, List<Structure> set) {
        double[] energies = new double[set.size()];
        for (int a = 0; a < energies.length; a++) {
            try (Forces forces = forces(opened, set.get(a), a)) {
                energies[a] = forces.at(new double[3 * set.get(a).size()]).energyEv();
            }
        }
        return energies;
    }

    private Forces forces(Code opened, Structure around, int number) {
        return CodeForces.open(opened, around, code.work.toAbsolutePath().resolve("forces-" + (number + 1)));
    }

    private void tell(NoiseFloor floor, RefinementStep step) {
        tell(
                "refine: lambda %.3g eV/atom, chi2 %.3f (floor %.3f to %.3f), %d evaluations%n",
                step.lambdaEvPerAtom(), step.reducedChiSquare(), floor.low(), floor.high(), step.evaluations());
    }

    private void tell(String format, Object... values) {
        PrintWriter errors = Output.errors(spec);
        errors.printf(Locale.ROOT, format, values);
        errors.flush();
    }

    private void report(List<RefineJudgement.State> states, Refined refined, NoiseFloor floor, int heldOut)
            throws IOException {
        RefineReport report = new RefineReport(states, refined, floor, heldOut);
        if (json) {
            report.writeJson(Output.of(spec));
        } else {
            report.writeText(Output.of(spec));
        }
    }
}
