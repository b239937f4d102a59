package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxForceModel;
import org.nocturne.generator.thermal.Nuclei;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne sample}: thermal structures from a model. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Draws thermal structures around an inherent structure, and corrects them with the true force where asked to. The "
                        + "same seed and index give the same frame, however many are drawn. Where a code gave the forces, frames carry its "
                        + "energy and forces. A model that was learned along a line of constant pressure is drawn from in its mean cell at that temperature.",
        footer = {
            "",
            "Example:",
            "  nocturne sample --model runs/si300/models/v0003 --temperature 900 --count 160 --out samples.extxyz",
            "  nocturne sample --model runs/si900/models/v0001 --temperature 900 --correct baoab --steps 8 \\",
            "      --settings silicon.yaml --out corrected.extxyz"
        })
public final class SampleCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR|FILE",
            description = "Folder of a model, its manifest or its ONNX file.")
    private @Nullable Path model;

    @Option(
            names = "--temperature",
            required = true,
            paramLabel = "KELVIN",
            description = "Temperature of the samples.")
    private double temperatureK;

    @Option(
            names = "--count",
            defaultValue = "16",
            paramLabel = "N",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int count = 16;

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--inherent",
            paramLabel = "FILE",
            description =
                    "Another minimised cell of the same crystal, around which to sample; its edges at the temperature are those of FILE and the model's strain.")
    private @Nullable Path inherent;

    @Mixin
    private NucleiOption nuclei = new NucleiOption();

    @Mixin
    private CorrectionOptions correction = new CorrectionOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write, extended XYZ.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || !(temperatureK > 0)) {
            throw new IllegalArgumentException("--count is " + count + " and --temperature " + temperatureK
                    + "; a count of at least 1 and a temperature above 0 K are wanted");
        }
        ModelFolder folder = ModelFolder.read(Objects.requireNonNull(model));
        Structure around = inherent == null
                ? folder.inherentStructure()
                : StructureFile.of(inherent).first();
        Kelvin temperature = Kelvin.of(temperatureK);
        PrintWriter errors = Output.errors(spec);
        CorrectionConfig how = correction.config();
        Nuclei statistics = nuclei.with(how);
        Optional<Code> code = correction.open(how);
        double predicted;
        CorrectionTally tally = new CorrectionTally(how);
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1));
                FrameFile frames = new FrameFile(Objects.requireNonNull(out));
                Draws draws = Draws.of(
                        new ThermalProposer(around, folder.sites(), force, folder.strain(), statistics),
                        folder,
                        how,
                        code);
                StepProgress progress = new StepProgress("sample", count, errors)) {
            for (int index = 0; index < count; index++) {
                var random = new Seeds(seed).generator(index);
                Draws.Draw drawn = draws.next(temperature, random);
                drawn.corrected().ifPresent(tally::add);
                frames.write(drawn.frame(info(index, folder.manifest().version(), statistics)));
                progress.step();
            }
            predicted = draws.meanSquare(temperature);
            frames.publish();
        }
        tally.tell(errors);
        Output.of(spec)
                .printf(
                        Locale.ROOT,
                        "sample: %d frames of %d atoms at %s from model v%d, predicted <u^2> %.5f square angstrom; %s%n",
                        count,
                        around.size(),
                        temperature,
                        folder.manifest().version(),
                        predicted,
                        out);
        Output.of(spec).flush();
        return 0;
    }

    private Map<String, XyzValue> info(int index, int version, Nuclei statistics) {
        Map<String, XyzValue> info = new LinkedHashMap<>();
        info.put("temperature", new XyzValue.Real(temperatureK));
        info.put("seed", new XyzValue.Whole(seed));
        info.put("index", new XyzValue.Whole(index));
        info.put("model_version", new XyzValue.Whole(version));
        info.put("nuclei", new XyzValue.Text(EnumWord.of(statistics)));
        return info;
    }
}
