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
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.refinement.Conditioned;
import org.nocturne.generator.refinement.ConditioningRound;
import org.nocturne.generator.refinement.EnsembleConditioning;
import org.nocturne.generator.refinement.NoiseFloor;
import org.nocturne.generator.scattering.Pairs;
import org.nocturne.generator.scattering.Patterns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne condition}: the thermal ensemble of glasses or liquids whose mean pattern meets a measured one. */
@Command(
        name = "condition",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "MD of a set of disordered structures at one temperature under a pair potential, added to the code's own, no stronger than it takes, "
                        + "that makes the mean of their S(q) meet a target: the ensemble of maximum entropy. The weight of the misfit rises until "
                        + "chi2 per point is 1 within its error, and no further. Held-out points are never fitted. Tells misfit, energy and its "
                        + "spread of MD before, under that potential, and after it is taken away again; energies are the code's own throughout.",
        footer = {
            "",
            "Examples:",
            "  nocturne condition target-300K.xye --structures glasses.extxyz --settings silicon.yaml --temperature 300 \\",
            "      --window lorch --out ensemble.extxyz",
            "  nocturne condition yarnell.xy --error 0.01 --radiation neutron --structures liquid.extxyz --settings argon.yaml \\",
            "      --temperature 85 --rmax 20 --out ensemble.extxyz --json"
        })
public final class ConditionCommand implements Callable<Integer> {
    /** Nearer than atoms ever come; a run in which they do fails. */
    private static final double FROM_ANGSTROM = 0.3;

    private static final int DISTANCES = 3000;

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "S(q), three columns: q in 1/angstrom unless --axis or the file says otherwise, S, standard error.")
    private @Nullable Path target;

    @Mixin
    private AxisOptions axis = new AxisOptions();

    @Mixin
    private TargetOptions used = new TargetOptions();

    @Option(
            names = "--structures",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "Where MD begins; all frames of all files, at least 2, of the same atoms and cells.")
    private List<Path> structures = List.of();

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Mixin
    private PairPatternOptions pattern = new PairPatternOptions();

    @Mixin
    private ConditionOptions options = new ConditionOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The ensemble: the frames that judge, extended XYZ with the code's own energy and forces.")
    private @Nullable Path out;

    @Option(
            names = "--bottoms-out",
            paramLabel = "FILE",
            description = "The bottoms of its basins under both energies.")
    private @Nullable Path bottomsOut;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        options.check();
        Spectrum measured = used.of(SpectrumFile.read(Objects.requireNonNull(target), axis.said()));
        List<Structure> start = StartingSet.readAlike(structures);
        Spectrum fitted = pattern.points().fitted(measured);
        RefineJudgement judge = new RefineJudgement(
                Patterns.observable(pattern.pattern(start, measured.qPerAngstrom())),
                measured,
                pattern.points(),
                pattern.adjust);
        Pairs onFitted = Patterns.pairs(pattern.pattern(start, fitted.qPerAngstrom()));
        EnsembleConditioning conditioning =
                new EnsembleConditioning(onFitted, fitted, pattern.adjust, options.settings());
        Code own = code.open();
        own.with(onFitted.pairPotential(start.get(0), new double[fitted.size()], FROM_ANGSTROM, 2));
        SetInMotion moving = new SetInMotion(code, options.temperature(), new Seeds(options.seed), start);
        List<ThermalState> states = new ArrayList<>();

        states.add(judged("free", judge, own, own, moving.fork()).state());
        tell("free MD: chi2 %.3f%n", states.get(0).still().chi2Fitted());
        Conditioned found = conditioning.condition(
                options.temperature(),
                c -> moving.frames(
                        under(own, onFitted, start.get(0), c), options.equilibration, options.frames, options.spacing),
                round -> tell(conditioning.floor(), round));
        JudgedMotion conditioned =
                judged("conditioned", judge, own, under(own, onFitted, start.get(0), found.perAtom()), moving);
        states.add(conditioned.state());
        conditioned.write(out, bottomsOut, options.temperature(), own.method());
        states.add(judged("let go", judge, own, own, moving.fork()).state());
        ConditionReport report =
                new ConditionReport(states, found, conditioning.floor(), measured.size() - fitted.size());
        if (json) {
            report.writeJson(Output.of(spec));
        } else {
            report.writeText(Output.of(spec));
        }
        return 0;
    }

    private static Code under(Code own, Pairs observable, Structure composition, double[] c) {
        return own.with(observable.pairPotential(composition, c, FROM_ANGSTROM, DISTANCES));
    }

    /** MD under {@code moves}, and what {@code own} says of it. */
    private JudgedMotion judged(String name, RefineJudgement judge, Code own, Code moves, SetInMotion moving)
            throws IOException {
        return JudgedMotion.of(
                name,
                judge,
                own,
                moving,
                moving.frames(moves, 2 * options.equilibration, options.judgeFrames, options.spacing),
                moving.bottoms(moves));
    }

    private void tell(NoiseFloor floor, ConditioningRound round) {
        tell(
                "condition: round %d, lambda %.3g eV/atom, chi2 %.3f (floor %.3f to %.3f)%n",
                round.number(), round.lambdaEvPerAtom(), round.reducedChiSquare(), floor.low(), floor.high());
    }

    private void tell(String format, Object... values) {
        PrintWriter errors = Output.errors(spec);
        errors.printf(Locale.ROOT, format, values);
        errors.flush();
    }
}
