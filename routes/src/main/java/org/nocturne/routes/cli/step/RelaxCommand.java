package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.FrameCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne relax}: proposals to thermal frames and on to their inherent structures. */
@Command(
        name = "relax",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Each frame: a short NVT run with the code, then minimisation. The thermal frame is written with its energy and forces "
                        + "(without the thermostat), and with proposal_energy, inherent_energy and temperature_reached.",
        footer = {
            "",
            "Exit code 1 if some frames failed, 4 if all did.",
            "",
            "Example:",
            "  nocturne relax samples.extxyz --settings silicon.yaml --temperature 900 --out relaxed.extxyz"
        })
public final class RelaxCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Extended XYZ, CIF, POSCAR or LAMMPS data.")
    private @Nullable Path file;

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Option(
            names = "--temperature",
            paramLabel = "KELVIN",
            description = "Temperature of the NVT steps; default: the 'temperature' of each frame.")
    private @Nullable Double temperatureK;

    @Option(
            names = "--steps",
            defaultValue = "200",
            paramLabel = "N",
            description = "NVT steps; default ${DEFAULT-VALUE}.")
    private int steps = 200;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Each frame gets a seed of its own from it; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Thermal frames, extended XYZ.")
    private @Nullable Path out;

    @Option(names = "--inherent-out", paramLabel = "FILE", description = "Minimised structures, extended XYZ.")
    private @Nullable Path inherentOut;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<XyzFrame> inputs = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        StructureFile.of(Objects.requireNonNull(file)).forEach((index, frame) -> {
            inputs.add(frame);
            tasks.add(task(index, frame));
        });
        Code opened = code.open();
        PrintWriter errors = Output.errors(spec);
        Tally tally = new Tally(errors);
        try (FrameFile thermal = new FrameFile(Objects.requireNonNull(out));
                FrameFile inherent = inherentOut == null ? null : new FrameFile(inherentOut);
                StepProgress progress = new StepProgress("relax", tasks.size(), errors)) {
            code.batch(opened).run(tasks, (index, outcome) -> {
                if (outcome instanceof Outcome.Failed failure) {
                    tally.failed(index, failure);
                } else if (outcome instanceof Outcome.Done done) {
                    Result.Relaxed relaxed = (Result.Relaxed) done.result();
                    thermal.write(answer(inputs.get(index), relaxed, opened.method()));
                    if (inherent != null) {
                        inherent.write(FrameCodec.bare(
                                relaxed.inherent().structure(),
                                "energy",
                                relaxed.inherent().energyEv()));
                    }
                    tally.done();
                }
                progress.step();
            });
            thermal.publish();
            if (inherent != null) {
                inherent.publish();
            }
        }
        Output.of(spec).println("relax: " + tally + "; " + out);
        return tally.exitCode();
    }

    private Task task(int index, XyzFrame frame) {
        double kelvin = temperatureK != null
                ? temperatureK
                : frame.number("temperature")
                        .orElseThrow(() -> new IllegalArgumentException(file + ": frame " + index
                                + " states no temperature; say --temperature, such as --temperature 300"));
        return new Task.RelaxTask(
                frame.structure(), Kelvin.of(kelvin), steps, Minimisation.TIGHT, new Seeds(seed).at(index));
    }

    /** What the input said of itself is kept where the answer does not say better. */
    private static XyzFrame answer(XyzFrame input, Result.Relaxed relaxed, Method method) {
        XyzFrame frame = FrameCodec.encode(relaxed.thermal(), method);
        Map<String, XyzValue> info = new LinkedHashMap<>(input.info());
        info.putAll(frame.info());
        info.put("proposal_energy", new XyzValue.Real(relaxed.proposalEnergyEv()));
        info.put("inherent_energy", new XyzValue.Real(relaxed.inherent().energyEv()));
        info.put("temperature_reached", new XyzValue.Real(relaxed.temperatureReachedK()));
        return new XyzFrame(frame.structure(), info, frame.arrays());
    }
}
