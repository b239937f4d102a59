package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.neural.DenoiserFolder;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxDenoiser;
import org.nocturne.generator.variant.PartialNoising;
import org.nocturne.learning.quench.QuenchFolder;
import org.nocturne.learning.quench.QuenchManifest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne variants}: new glasses from stored ones. */
@Command(
        name = "variants",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Puts noise on the quenches of a library and takes it away again with a denoiser (`nocturne train-variants`), then minimises "
                        + "with the code. Tells for each variant its energy over its parent and how many of its bonds are new; tiled, how "
                        + "far copies have gone apart. The parent is minimised with the same code first, so energies of one method are compared.",
        footer = {
            "",
            "Exit code 1 if some variants failed, 4 if all did.",
            "",
            "Example:",
            "  nocturne variants quenches --model denoiser --sigma 0.4 --count 4 --tile 2,2,2 --seed 1 \\",
            "      --settings configs/amorphous-silicon.yaml --out variants.extxyz"
        })
public final class VariantsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LIBRARY", description = "Folder that `nocturne quench` has written.")
    private @Nullable Path library;

    @ArgGroup(multiplicity = "1")
    private Maker maker = new Maker();

    /** What makes a variant of a parent. */
    static final class Maker {
        @Option(
                names = "--model",
                paramLabel = "DIR",
                description = "Folder that `nocturne train-variants` has written.")
        @Nullable
        Path model;

        @Option(
                names = "--noise-only",
                description = "No denoiser: what noise and minimisation give by themselves, to compare with.")
        boolean noiseOnly;
    }

    @Mixin
    private VariantOptions options = new VariantOptions();

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of the denoiser; default ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Minimised variants, extended XYZ.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    /** A quench as the code minimises it, and its copies side by side before any noise. */
    private record Parent(String id, InherentStructure inherent, Structure tiled) {}

    @Override
    public Integer call() throws IOException {
        options.check();
        if (maker.model == null) {
            return run("noise", (parent, random) -> PartialNoising.noised(parent, options.sigma, random));
        }
        try (OnnxDenoiser denoiser = DenoiserFolder.read(maker.model).open(ExecutionDevice.cpu(threads))) {
            options.check(denoiser);
            PartialNoising noising = new PartialNoising(denoiser, options.churn, options.denoiseSteps);
            return run("denoise", (parent, random) -> noising.vary(parent, options.sigma, random));
        }
    }

    private int run(String step, BiFunction<Structure, RandomGenerator, Structure> vary) throws IOException {
        List<QuenchManifest.Run> chosen = chosen();
        Code opened = code.open();
        Tally tally = new Tally(Output.errors(spec));
        VariantRuns runs = new VariantRuns(opened, code, tally, Output.errors(spec));
        List<Parent> parents = parents(chosen, runs);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("no parent could be minimised; why is told above");
        }
        List<Variant> variants = anneal(runs, runs.minimise("minimise", varied(step, vary, parents)), parents);
        write(variants, opened.method().id());
        Output.of(spec).println("variants: " + variants.size() + " of " + options.count + "; " + out);
        return variants.size() == options.count
                ? tally.exitCode()
                : variants.isEmpty() ? Tally.ALL_FAILED : Tally.SOME_FAILED;
    }

    private List<QuenchManifest.Run> chosen() {
        List<QuenchManifest.Run> all =
                new QuenchFolder(Objects.requireNonNull(library)).read().runs();
        List<String> ids = all.stream().map(QuenchManifest.Run::id).toList();
        for (String id : options.parents) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("--parents names " + id + "; " + library + " holds " + ids);
            }
        }
        return all.stream()
                .filter(run -> options.parents.isEmpty() || options.parents.contains(run.id()))
                .limit(options.count)
                .toList();
    }

    private List<Parent> parents(List<QuenchManifest.Run> chosen, VariantRuns runs) throws IOException {
        QuenchFolder folder = new QuenchFolder(Objects.requireNonNull(library));
        SortedMap<Integer, Structure> glasses = new TreeMap<>();
        for (QuenchManifest.Run run : chosen) {
            glasses.put(glasses.size(), folder.inherent(run));
        }
        List<Parent> out = new ArrayList<>();
        runs.minimise("parents", glasses)
                .forEach((k, minimum) ->
                        out.add(new Parent(chosen.get(k).id(), minimum, options.tiled(minimum.structure()))));
        return out;
    }

    private static Parent of(int variant, List<Parent> parents) {
        return parents.get(variant % parents.size());
    }

    private SortedMap<Integer, Structure> varied(
            String step, BiFunction<Structure, RandomGenerator, Structure> vary, List<Parent> parents) {
        Seeds seeds = new Seeds(options.seed);
        SortedMap<Integer, Structure> out = new TreeMap<>();
        try (StepProgress progress = new StepProgress(step, options.count, Output.errors(spec))) {
            for (int k = 0; k < options.count; k++) {
                out.put(k, vary.apply(of(k, parents).tiled, seeds.generator(k)));
                progress.step();
            }
        }
        return out;
    }

    /** Told before and after, where annealing is asked for. */
    private List<Variant> anneal(VariantRuns runs, SortedMap<Integer, InherentStructure> minima, List<Parent> parents)
            throws IOException {
        List<Variant> minimised = tell("minimised", minima, parents);
        Kelvin hot = options.anneal();
        if (hot == null) {
            return minimised;
        }
        Seeds seeds = new Seeds(~options.seed);
        return tell("annealed at " + hot, runs.anneal(minima, hot, options.annealSteps, seeds), parents);
    }

    private List<Variant> tell(String stage, SortedMap<Integer, InherentStructure> minima, List<Parent> parents) {
        double bond = options.bondAngstrom(parents.get(0).inherent.structure());
        List<Variant> variants = new ArrayList<>();
        minima.forEach((k, found) -> {
            Parent parent = of(k, parents);
            variants.add(Variant.of(k + 1, parent.id, parent.inherent, parent.tiled, found, bond));
        });
        if (!variants.isEmpty()) {
            new VariantReport(options.sigma, bond, Output.of(spec)).write(stage, variants);
        }
        return variants;
    }

    private void write(List<Variant> variants, String method) throws IOException {
        try (FrameFile frames = new FrameFile(Objects.requireNonNull(out))) {
            for (Variant variant : variants) {
                frames.write(variant.frame(options.sigma, method));
            }
            frames.publish();
        }
    }
}
