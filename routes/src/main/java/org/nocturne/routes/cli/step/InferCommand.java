package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.conditioning.Discrepancy;
import org.nocturne.generator.conditioning.PatternSurface;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.conditioning.ScalarConditioner;
import org.nocturne.generator.conditioning.ScalarFit;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxForceModel;
import org.nocturne.generator.scattering.PatternSettings;
import org.nocturne.generator.scattering.Patterns;
import org.nocturne.generator.scattering.Resolution;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne infer}: what a powder pattern determines, and the ensemble that goes with it. */
@Command(
        name = "infer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads the temperature of a crystal off its powder pattern (of a liquid off its S(q), with --replicas), with strain, scale and background free if asked, by the",
            "model's ensembles at several temperatures and the full covariance. Says which of them the pattern determines, and draws",
            "the ensemble at the temperature that was found."
        },
        footer = {
            "",
            "Example:",
            "  nocturne infer target.xye --model model --temperatures 200:1200:6 --fwhm 0.08 --correct baoab \\",
            "      --settings silicon.yaml --out ensemble.extxyz",
            "  nocturne infer yarnell.xy --replicas argon --radiation neutron --q-range 0.5:9 --error 0.01"
        })
public final class InferCommand implements Callable<Integer> {
    /** Neighbouring grid points see the same peaks through the instrument, out to about four of its widths. */
    private static final double CORRELATION_IN_FWHM = 4;

    @Parameters(paramLabel = "TARGET", description = "Three columns: q in 1/angstrom, intensity, standard error.")
    private @Nullable Path target;

    /** Where patterns at several temperatures come from. */
    static final class Library {
        @Option(names = "--model", paramLabel = "DIR|FILE", description = "A model of a crystal, which is sampled.")
        @Nullable
        Path model;

        @Option(
                names = "--replicas",
                paramLabel = "DIR",
                description = {
                    "MD of a liquid at several temperatures (nocturne reference --heat-to), all at one density. Temperature alone is",
                    "then free, and the difference between the potential and the material is estimated and counted."
                })
        @Nullable
        Path replicas;
    }

    @ArgGroup(multiplicity = "1")
    private Library from = new Library();

    @Mixin
    private ReplicaInference liquid = new ReplicaInference();

    @Option(
            names = "--radiation",
            defaultValue = "xray",
            converter = EnumWord.OfRadiation.class,
            description = "xray or neutron; default ${DEFAULT-VALUE}.")
    private Radiation radiation = Radiation.XRAY;

    @Option(
            names = "--fwhm",
            paramLabel = "WIDTH",
            description = "Resolution, full width at half maximum, 1/angstrom; a model needs it.")
    private double fwhmPerAngstrom;

    @Option(
            names = "--temperatures",
            paramLabel = "FIRST:LAST:N",
            converter = QGrid.Converter.class,
            description = "Where the model is sampled; the temperature is looked for in between.")
    private @Nullable QGrid temperatures;

    @Option(
            names = "--samples",
            defaultValue = "32",
            paramLabel = "M",
            description = "Samples at each; default ${DEFAULT-VALUE}.")
    private int samples = 32;

    @Option(
            names = "--free",
            split = ",",
            defaultValue = "temperature,scale,background",
            converter = EnumWord.OfScalar.class,
            description = "Of temperature, strain, scale, background; default ${DEFAULT-VALUE}.")
    private List<Scalar> free = List.of(Scalar.TEMPERATURE, Scalar.SCALE, Scalar.BACKGROUND);

    @Option(
            names = "--target-configurations",
            paramLabel = "N",
            description = {
                "A computed target is a mean of so many independent configurations of the model's size; its thermal",
                "fluctuation then counts. Default: a measurement, which has none."
            })
    private double targetConfigurations = Double.POSITIVE_INFINITY;

    @Option(
            names = "--library",
            paramLabel = "FILE",
            description = "Keeps the computed patterns for further targets on the same grid.")
    private @Nullable Path library;

    @Mixin
    private CorrectionOptions correction = new CorrectionOptions();

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "The ensemble at the temperature found, extended XYZ.")
    private @Nullable Path out;

    @Option(
            names = "--count",
            defaultValue = "160",
            paramLabel = "N",
            description = "Structures in it; default ${DEFAULT-VALUE}.")
    private int count = 160;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Spectrum measured = SpectrumFile.read(Objects.requireNonNull(target));
        if (from.replicas != null) {
            return liquid.infer(measured, from.replicas, radiation, json, Objects.requireNonNull(spec));
        }
        QGrid grid = temperatures;
        if (grid == null || !(fwhmPerAngstrom > 0)) {
            throw new IllegalArgumentException("a model is sampled at --temperatures, found " + grid
                    + ", and seen with the resolution --fwhm, found " + fwhmPerAngstrom + "; both are wanted");
        }
        ModelFolder folder = ModelFolder.read(Objects.requireNonNull(from.model));
        Structure around = folder.inherentStructure();
        CorrectionConfig how = correction.config();
        Optional<Code> code = correction.open(how);
        Observable observable = Patterns.observable(
                PatternSettings.crystal(radiation, Resolution.constantFwhm(fwhmPerAngstrom), measured.qPerAngstrom()));
        double[] kelvin = grid.qPerAngstrom();
        PrintWriter errors = Output.errors(spec);
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1));
                Draws draws = Draws.of(
                        new ThermalProposer(around, folder.sites(), force, folder.strain()), folder, how, code)) {
            PatternLibrary patterns;
            try (StepProgress progress = new StepProgress("patterns", samples * kelvin.length, errors)) {
                patterns = PatternLibrary.of(
                        library,
                        key(folder, how, measured),
                        kelvin,
                        samples,
                        (t, m) -> PatternLibrary.drawn(draws, observable, t, m, seed, progress::step));
            }
            PatternSurface surface = new PatternSurface(
                    patterns.samples(),
                    Math.min(PatternSurface.MOST_TERMS, kelvin.length),
                    measured.qPerAngstrom(),
                    CORRELATION_IN_FWHM * fwhmPerAngstrom);
            ScalarFit fit = new ScalarConditioner(surface, measured, targetConfigurations).fit(free);
            InferReport report = new InferReport(fit, surface, Discrepancy.NONE);
            if (json) {
                report.writeJson(Output.of(spec));
            } else {
                report.writeText(Output.of(spec));
            }
            if (out != null) {
                write(
                        draws,
                        Kelvin.of(fit.value(Scalar.TEMPERATURE)),
                        folder.manifest().version());
            }
        }
        return 0;
    }

    private String key(ModelFolder folder, CorrectionConfig how, Spectrum measured) {
        double[] q = measured.qPerAngstrom();
        return String.join(
                " ",
                "model",
                folder.manifest().sha256().substring(0, 16),
                "correction",
                how.isOn() ? how.method() + "-" + how.steps() + "-" + how.delta() : "none",
                "radiation",
                radiation.name(),
                "fwhm",
                Double.toString(fwhmPerAngstrom),
                "grid",
                q.length + ":" + java.util.Arrays.hashCode(q),
                "temperatures",
                String.valueOf(temperatures),
                "samples",
                Integer.toString(samples),
                "seed",
                Long.toString(seed));
    }

    private void write(Draws draws, Kelvin temperature, int version) throws IOException {
        try (FrameFile frames = new FrameFile(Objects.requireNonNull(out));
                StepProgress progress = new StepProgress("ensemble", count, Output.errors(spec))) {
            for (int index : IntStream.range(0, count).toArray()) {
                var random = new Seeds(seed).generator(index);
                frames.write(draws.next(temperature, random)
                        .frame(Map.of(
                                "temperature", new XyzValue.Real(temperature.value()),
                                "index", new XyzValue.Whole(index),
                                "model_version", new XyzValue.Whole(version))));
                progress.step();
            }
            frames.publish();
        }
    }
}
