package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.generator.conditioning.Scalar;
import org.nocturne.generator.neural.ModelFolder;
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
        description =
                "Reads the temperature of a crystal off its powder pattern (of a liquid off its S(q), with --replicas), with strain, scale "
                        + "and background free if asked, by the model's ensembles at several temperatures and the full covariance. Says which of "
                        + "them the pattern determines, and draws the ensemble at the temperature that was found. Of several models, each of "
                        + "another basin (the perfect crystal, one with vacancies, ...), it says for which the pattern speaks.",
        footer = {
            "",
            "Example:",
            "  nocturne infer target.xye --model model --temperatures 200:1200:6 --fwhm 0.08 --correct baoab \\",
            "      --settings silicon.yaml --out ensemble.extxyz",
            "  nocturne infer yarnell.xy --replicas argon --radiation neutron --q-range 0.5:9 --error 0.01"
        })
public final class InferCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "TARGET",
            description =
                    "Three columns: q in 1/angstrom unless --axis or the file says otherwise, intensity, standard error.")
    private @Nullable Path target;

    @Mixin
    private AxisOptions axis = new AxisOptions();

    /** Where patterns at several temperatures come from. */
    static final class Library {
        @Option(
                names = "--model",
                arity = "1..*",
                paramLabel = "DIR|FILE",
                description =
                        "A model of a solid, which is sampled; several where the basin is not known, one for each that it may "
                                + "be.")
        List<Path> models = new ArrayList<>();

        @Option(
                names = "--replicas",
                paramLabel = "DIR",
                description =
                        "MD of a liquid at several temperatures (nocturne reference --heat-to), all at one density. Temperature alone is "
                                + "then free, and the difference between the potential and the material is estimated and counted.")
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
            description =
                    "A computed target is a mean of so many independent configurations of the model's size; its thermal "
                            + "fluctuation then counts. Default: a measurement, which has none.")
    private double targetConfigurations = Double.POSITIVE_INFINITY;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "Keeps the computed patterns of each model for further targets on the same grid.")
    private @Nullable Path library;

    @Mixin
    private NucleiOption nuclei = new NucleiOption();

    @Mixin
    private CorrectionOptions correction = new CorrectionOptions();

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The ensemble of the likeliest model at the temperature found, extended XYZ.")
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
        Spectrum measured = SpectrumFile.read(Objects.requireNonNull(target), axis.said());
        if (from.replicas != null) {
            return liquid.infer(measured, from.replicas, radiation, json, Objects.requireNonNull(spec));
        }
        QGrid grid = temperatures;
        if (grid == null || !(fwhmPerAngstrom > 0)) {
            throw new IllegalArgumentException("a model is sampled at --temperatures, found " + grid
                    + ", and seen with the resolution --fwhm, found " + fwhmPerAngstrom + "; both are wanted");
        }
        CorrectionConfig how = correction.config();
        PatternReader reader = new PatternReader(
                measured,
                radiation,
                fwhmPerAngstrom,
                grid,
                samples,
                targetConfigurations,
                nuclei.with(how),
                how,
                correction.open(how),
                seed,
                library,
                Output.errors(spec));
        List<ModelFolder> models = from.models.stream().map(ModelFolder::read).toList();
        List<PatternReading> readings = new ArrayList<>();
        for (ModelFolder model : models) {
            readings.add(reader.read(model, free));
        }
        InferReport report = InferReport.of(readings);
        report.write(json, Output.of(spec));
        if (out != null) {
            int best = report.basins().best();
            reader.draw(models.get(best), readings.get(best).fit(), out, count);
        }
        return 0;
    }
}
