package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxForceModel;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.inputs.SiliconModel;
import org.nocturne.routes.cli.step.CorrectionOptions;
import org.nocturne.routes.cli.step.Draws;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.StepProgress;
import org.nocturne.routes.config.CorrectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench sampling}: what samples cost, as crystals grow and against MD. */
@Command(
        name = "sampling",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Times thermal samples of a crystal of 1,000 to 500,000 atoms. With a frozen reference also says how many independent "
                        + "samples a core second gives, by the generator and by MD with the same code, at each temperature of the reference.",
        footer = {
            "",
            "Example:",
            "  nocturne bench sampling --quick",
            "  nocturne bench sampling --model model",
            "  nocturne bench sampling --model model --reference reference --settings silicon.yaml --correct baoab \\",
            "      --training-steps 32000 --over 1000"
        })
public final class BenchSamplingCommand implements Callable<Integer> {
    private static final int QUICK_ATOMS = 8192;
    private static final int QUICK_SAMPLES = 4;
    private static final int QUICK_STEPS = 400;

    @Option(
            names = "--model",
            paramLabel = "DIR|FILE",
            description = "The model that is drawn from; default: force constants of silicon, made for this run.")
    private @Nullable Path model;

    @Option(
            names = "--temperature",
            paramLabel = "KELVIN",
            description = "Of the growing crystal; default: the middle one of those that the model was trained at.")
    private @Nullable Double temperatureK;

    @Option(
            names = "--most-atoms",
            defaultValue = "524288",
            paramLabel = "N",
            description = "Where growing ends; default ${DEFAULT-VALUE}.")
    private int mostAtoms = 524_288;

    @Option(
            names = "--draws",
            defaultValue = "5",
            paramLabel = "N",
            description = "Timed at 65,536 atoms and more; of smaller ones as many more. Default ${DEFAULT-VALUE}.")
    private int draws = 5;

    @Option(names = "--reference", paramLabel = "DIR", description = "Frozen reference MD, to compare with.")
    private @Nullable Path reference;

    @Option(
            names = "--samples",
            defaultValue = "20",
            paramLabel = "N",
            description = "Timed at each temperature of the reference; default ${DEFAULT-VALUE}.")
    private int samples = 20;

    @Option(
            names = "--md-steps",
            defaultValue = "2000",
            paramLabel = "N",
            description = "MD timed at each temperature of the reference, at least; default ${DEFAULT-VALUE}.")
    private int steps = 2000;

    @Option(
            names = "--training-steps",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "MD steps that the model's training data took; counted for the generator. Default ${DEFAULT-VALUE}.")
    private int trainingSteps;

    @Option(
            names = "--over",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Samples over which training, set-up and equilibration are spread; default ${DEFAULT-VALUE}.")
    private int over = 1000;

    @Option(names = "--quick", description = "Up to 8192 atoms, few samples and steps: a look, no measurement.")
    private boolean quick;

    @Mixin
    private CorrectionOptions correction = new CorrectionOptions();

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "scale[], slope and yield[] as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (draws < 1 || samples < 2 || steps < 1 || trainingSteps < 0 || over < 1) {
            throw new IllegalArgumentException(
                    "--draws is " + draws + ", --samples " + samples + ", --md-steps " + steps
                            + ", --training-steps " + trainingSteps + ", --over " + over
                            + "; wanted are at least 1, 2, 1, 0 and 1");
        }
        if (model == null && reference != null) {
            throw new IllegalArgumentException("--reference is compared with a model; wanted is --model too");
        }
        SamplingReport report = model == null ? ofSilicon() : of(ModelFolder.read(model), model.toString());
        if (json) {
            report.writeJson(Output.of(spec));
        } else {
            report.writeTable(Output.of(spec));
        }
        return 0;
    }

    private SamplingReport ofSilicon() throws IOException {
        Path made = BenchFolder.make(null, "sampling");
        try {
            return of(
                    SiliconModel.make(made, seed),
                    "force constants of silicon (Stillinger and Weber), made for this run");
        } finally {
            BenchFolder.settle(made, false, spec);
        }
    }

    private SamplingReport of(ModelFolder folder, String name) throws IOException {
        return new SamplingReport(name, scale(folder), yields(folder), trainingSteps, over);
    }

    private List<ScaleBench.Row> scale(ModelFolder folder) {
        List<Double> trained = folder.manifest().temperaturesK();
        Kelvin temperature =
                Kelvin.of(temperatureK == null ? trained.get(trained.size() / 2) : temperatureK.doubleValue());
        List<ScaleBench.Row> rows = new ArrayList<>();
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1))) {
            ScaleBench bench = new ScaleBench(
                    Crystal.of(folder.inherentStructure()).primitiveCell(),
                    folder.sites(),
                    force,
                    temperature,
                    draws,
                    seed);
            List<Integer> sizes = bench.sizes(quick ? Math.min(mostAtoms, QUICK_ATOMS) : mostAtoms);
            try (StepProgress progress = new StepProgress("sizes", sizes.size(), Output.errors(spec))) {
                for (int n : sizes) {
                    rows.add(bench.measure(n));
                    progress.step();
                }
            }
        }
        return rows;
    }

    private List<YieldBench.Row> yields(ModelFolder folder) throws IOException {
        List<YieldBench.Row> rows = new ArrayList<>();
        if (reference == null) {
            return rows;
        }
        FrozenReference md = FrozenReference.read(reference);
        Code code = correction.code();
        CorrectionConfig how = correction.config();
        YieldBench bench = new YieldBench(
                md,
                code,
                Files.createTempDirectory("nocturne-bench-"),
                quick ? QUICK_SAMPLES : samples,
                quick ? QUICK_STEPS : steps,
                seed);
        try (OnnxForceModel force = folder.open(ExecutionDevice.best(1));
                StepProgress progress =
                        new StepProgress("temperatures", md.temperatures().size(), Output.errors(spec))) {
            Optional<Code> forces =
                    Optional.of(code).filter(c -> how.isOn() && how.forces().equals(CorrectionConfig.CODE));
            for (Kelvin temperature : md.temperatures()) {
                ThermalProposer thermal = ModelBench.proposer(md, temperature, folder, force);
                try (Draws drawn = Draws.of(thermal, folder, how, forces)) {
                    rows.add(bench.measure(temperature, drawn));
                }
                progress.step();
            }
        }
        return rows;
    }
}
