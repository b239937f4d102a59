package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.routes.run.CodeForces;

/** MD of a set of structures at one temperature, run after run, each going on from where the last one ended. */
final class SetInMotion {
    private final CodeOptions options;
    private final Kelvin temperature;
    private final Seeds seeds;
    private List<Structure> now;
    private int runs;

    SetInMotion(CodeOptions options, Kelvin temperature, Seeds seeds, List<Structure> start) {
        this.options = options;
        this.temperature = temperature;
        this.seeds = seeds;
        this.now = List.copyOf(start);
    }

    /** A copy that goes its own way from here. */
    SetInMotion fork() {
        return new SetInMotion(options, temperature, new Seeds(seeds.at(-1 - runs)), now);
    }

    /**
     * Frames of each structure, with new random numbers at every call.
     *
     * @throws IllegalArgumentException if a run failed; the message names structure and cause
     */
    List<List<Structure>> frames(Code code, int equilibration, int frames, int spacing) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (Structure one : now) {
            tasks.add(new Task.ReplicaTask(
                    one, temperature, temperature, equilibration, frames, spacing, 0, seeds.at(runs++)));
        }
        List<Result.Sampled> answers = options.batch(code).results(tasks, Result.Sampled.class);
        now = answers.stream().map(Result.Sampled::last).toList();
        return answers.stream()
                .map(run -> run.frames().stream().map(Frame::structure).toList())
                .toList();
    }

    /** The bottom of each basin that the set is in now, under this code's energy. */
    List<Structure> bottoms(Code code) throws IOException {
        return Bottoms.of(options.batch(code), now).stream()
                .map(InherentStructure::structure)
                .toList();
    }

    /** Energy and forces of configurations of one structure. */
    List<Label> labels(Code code, List<Structure> configurations) {
        Structure first = configurations.get(0);
        List<Label> out = new ArrayList<>();
        try (Forces forces =
                CodeForces.open(code, first, options.work.toAbsolutePath().resolve("labels"))) {
            double[] origin = first.xyzAngstrom();
            for (Structure one : configurations) {
                double[] u = one.xyzAngstrom();
                for (int k = 0; k < u.length; k++) {
                    u[k] -= origin[k];
                }
                Forces.Evaluation found = forces.at(u);
                out.add(new Label(found.energyEv(), found.forcesEvPerAngstrom(), new double[0]));
            }
        }
        return out;
    }
}
