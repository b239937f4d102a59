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
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
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

/** {@code nocturne label}: energy and forces of structures as they stand. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Energy, forces and, where the code gives it, stress of each frame as it stands.",
        footer = {
            "",
            "Exit code 1 if some frames failed, 4 if all did.",
            "",
            "Example:",
            "  nocturne label frames.extxyz --settings silicon.yaml --out labelled.extxyz"
        })
public final class LabelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Extended XYZ, CIF, POSCAR or LAMMPS data.")
    private @Nullable Path file;

    @Mixin
    private CodeOptions code = new CodeOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Labelled frames, extended XYZ.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<XyzFrame> inputs = new ArrayList<>();
        StructureFile.of(Objects.requireNonNull(file)).forEach((index, frame) -> inputs.add(frame));
        List<Task.LabelTask> tasks =
                inputs.stream().map(f -> new Task.LabelTask(f.structure())).toList();
        Code opened = code.open();
        PrintWriter errors = Output.errors(spec);
        Tally tally = new Tally(errors);
        try (FrameFile labelled = new FrameFile(Objects.requireNonNull(out));
                StepProgress progress = new StepProgress("label", tasks.size(), errors)) {
            code.batch(opened).run(tasks, (index, outcome) -> {
                if (outcome instanceof Outcome.Failed failure) {
                    tally.failed(index, failure);
                } else if (outcome instanceof Outcome.Done done) {
                    Label label = ((Result.Labelled) done.result()).label();
                    labelled.write(answer(inputs.get(index), label, opened.method()));
                    tally.done();
                }
                progress.step();
            });
            labelled.publish();
        }
        Output.of(spec).println("label: " + tally + "; " + out);
        return tally.exitCode();
    }

    /** A label knows no temperature; one that the input states stays. */
    private static XyzFrame answer(XyzFrame input, Label label, Method method) {
        XyzFrame frame = FrameCodec.encode(new Frame(input.structure(), Kelvin.of(0), label), method);
        Map<String, XyzValue> info = new LinkedHashMap<>(input.info());
        frame.info().forEach((key, value) -> {
            if (!key.equals("temperature")) {
                info.put(key, value);
            }
        });
        return new XyzFrame(frame.structure(), info, frame.arrays());
    }
}
