package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxForceModel;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.SiteExchanges;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferencePlan;
import org.nocturne.routes.cli.step.CorrectionOptions;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench variance}: the whole ledger for a model against a frozen reference. */
@Command(
        name = "variance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Draws from a model at each temperature, has the code say the energies, and judges the spread against a frozen "
                        + "reference (`nocturne reference`), which is never made again here. With --controls, generators that are wrong on purpose "
                        + "are judged too; each must fail. Against a reference of a liquid or a glass samples are judged by the lines of these.",
        footer = {
            "",
            "Exit code 1 if a gate fails, or a control does not.",
            "",
            "Example:",
            "  nocturne bench variance --model model --reference reference --temperatures 900 --correct baoab \\",
            "      --settings silicon.yaml --count 1000 --controls",
            "  nocturne bench variance --samples liquid.extxyz --reference liquid --temperatures 85 --settings argon.yaml"
        })
public final class BenchVarianceCommand implements Callable<Integer> {
    private static final int QUICK = 100;

    /** What is judged: draws of a model or of a learner without a force, or samples that are there already. */
    static final class Judged {
        @Option(names = "--model", paramLabel = "DIR|FILE", description = "A model, which is drawn from.")
        @Nullable
        Path model;

        @Option(
                names = "--samples",
                paramLabel = "FILE",
                description =
                        "Configurations that are there already, extended XYZ, judged at the one temperature of --temperatures "
                                + "whatever they say of themselves. Without an energy the code is asked for it.")
        @Nullable
        Path samples;

        @Option(
                names = "--covariance",
                arity = "1..*",
                paramLabel = "FILE",
                description =
                        "Frames, extended XYZ: what is drawn is a Gaussian with their covariance about the inherent structure, as "
                                + "generators had it before forces were learned. At the one temperature of --temperatures.")
        List<Path> covariance = List.of();

        @Option(
                names = "--denoiser",
                paramLabel = "DIR",
                description =
                        "A denoiser of thermal frames (`nocturne train-variants --frames`): what is drawn is the inherent structure under the "
                                + "greatest noise it has learned, denoised. At the one temperature of --temperatures.")
        @Nullable
        Path denoiser;
    }

    @ArgGroup(multiplicity = "1")
    private Judged judged = new Judged();

    @Option(names = "--reference", required = true, paramLabel = "DIR", description = "Frozen reference MD.")
    private @Nullable Path reference;

    @Option(
            names = "--within-basin",
            description =
                    "Leave out replicas of the reference in which atoms leave their sites, and say how many: what is drawn around one "
                            + "structure is then judged by MD that stays around it. Default: they count, relabelled by site.")
    private boolean withinBasin;

    @Option(
            names = "--temperatures",
            split = ",",
            paramLabel = "KELVIN",
            description = "Of the reference; default: those that the model was not trained at.")
    private List<Double> temperaturesK = List.of();

    @Option(
            names = "--count",
            defaultValue = "1000",
            paramLabel = "M",
            description = "Samples at each temperature; default ${DEFAULT-VALUE}. The energy variance wants 1000.")
    private int count = 1000;

    @Option(names = "--quick", description = "A hundred samples; what they cannot decide is called undecided.")
    private boolean quick;

    @Option(
            names = "--training",
            paramLabel = "FILE",
            description = "Frames that the model has learned from, extended XYZ; then copying is judged too.")
    private List<Path> training = List.of();

    @Option(names = "--controls", description = "Also judge generators that are wrong on purpose.")
    private boolean withControls;

    @Mixin
    private CorrectionOptions correction = new CorrectionOptions();

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "gates[] and controls[] as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path dir = Objects.requireNonNull(reference);
        Code code = correction.code();
        VarianceReport report = new VarianceReport();
        report.fact("reference", dir.toString());
        ReferencePlan.Phase phase = new ReferenceFolder(dir).complete().phase();
        if (phase == ReferencePlan.Phase.SOLID) {
            FrozenReference md = withinBasin ? FrozenReference.readWithinBasin(dir) : FrozenReference.read(dir);
            judgeCrystal(new FrameBench(md, code, training), report);
        } else {
            judgeDisordered(new DisorderedBench(dir, phase, code), report);
        }
        if (json) {
            report.writeJson(Output.of(spec));
        } else {
            report.writeTable(Output.of(spec));
        }
        return report.hasFailures() ? 1 : 0;
    }

    private void judgeCrystal(FrameBench frames, VarianceReport report) throws IOException {
        if (judged.samples != null) {
            frames.samples(judged.samples, only("--samples"), report);
        } else if (!judged.covariance.isEmpty()) {
            frames.covariance(judged.covariance, only("--covariance"), samples(), seed, Output.errors(spec), report);
        } else if (judged.denoiser != null) {
            frames.denoised(judged.denoiser, only("--denoiser"), samples(), seed, Output.errors(spec), report);
        } else {
            judgeModel(frames, ModelFolder.read(Objects.requireNonNull(judged.model)), report);
        }
    }

    private void judgeModel(FrameBench frames, ModelFolder folder, VarianceReport report) throws IOException {
        FrozenReference md = frames.md();
        List<Kelvin> at = temperatures(md, folder);
        CorrectionConfig how = correction.config();
        report.fact("model", folder.folder().toString());
        report.fact("correction", how.isOn() ? how.method() + "-" + how.steps() : "none");
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1))) {
            ModelBench bench = new ModelBench(md, folder, force, how, frames.code(), seed, Output.errors(spec));
            for (Kelvin temperature : at) {
                Ensemble drawn = bench.drawn(temperature, samples());
                bench.cell(temperature, samples()).ifPresent(line -> report.addGates(List.of(line)));
                report.addGates(VarianceLedger.judge(
                        "proposal", temperature, drawn, md.at(temperature), frames.learned(md.probe(temperature))));
                report.addSites(temperature, SiteExchanges.of(md.at(temperature).pooled()), SiteExchanges.of(drawn));
            }
            if (withControls) {
                report.addControls(bench.controls(at.get(at.size() - 1), Math.min(samples(), 2 * QUICK)));
            }
        }
    }

    private int samples() {
        return quick ? QUICK : count;
    }

    private void judgeDisordered(DisorderedBench bench, VarianceReport report) throws IOException {
        if (withinBasin) {
            throw new IllegalArgumentException(
                    "--within-basin asks for replicas that keep their sites; " + bench.describe() + ", which has none");
        }
        if (judged.samples == null) {
            throw new IllegalArgumentException(
                    bench.describe() + ", which has no structure that a model could draw around; wanted is --samples");
        }
        report.fact("samples", judged.samples.toString());
        report.addGates(bench.judge(only("--samples"), ExtendedXyz.read(judged.samples)));
    }

    private Kelvin only(String option) {
        if (temperaturesK.size() != 1 || withControls) {
            throw new IllegalArgumentException(
                    option + " is judged at one temperature, without controls; found --temperatures " + temperaturesK
                            + (withControls ? " and --controls" : ""));
        }
        return Kelvin.of(temperaturesK.get(0));
    }

    private List<Kelvin> temperatures(FrozenReference md, ModelFolder folder) {
        List<Kelvin> asked = temperaturesK.isEmpty()
                ? md.temperatures().stream()
                        .filter(t -> !folder.manifest().temperaturesK().contains(t.value()))
                        .toList()
                : temperaturesK.stream().map(Kelvin::of).toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("the model was trained at every temperature of the reference, "
                    + md.temperatures() + "; say --temperatures to judge it there all the same");
        }
        asked.forEach(md::at); // an unknown one is told before anything is drawn
        return asked;
    }
}
