package org.nocturne.adapters.contract;

import static org.nocturne.adapters.contract.Bench.close;
import static org.nocturne.adapters.contract.Bench.expect;
import static org.nocturne.adapters.contract.Bench.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.port.Forces;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Labels: their method, that they repeat, that energies and forces belong together. */
final class NumberChecks {
    private static final double STEP_ANGSTROM = 1e-3;

    /** The central difference itself is off by h^2 times a third derivative of some 100 eV/angstrom^3 over six. */
    private static final double OF_DIFFERENCE = 1e-4;

    private NumberChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("the method is named and the same each time", NumberChecks::method),
                new Check("a label is finite, complete and repeats", NumberChecks::label),
                new Check("forces are minus the gradient of the energy", NumberChecks::gradient),
                new Check("forces of a living program are those of labels", NumberChecks::living),
                new Check("structures that go into one run come back as they do one by one", NumberChecks::together));
    }

    private static void method(Bench bench) {
        Method method = bench.code().method();
        expect(!method.code().isBlank(), "the method names no code");
        expect(!method.version().isBlank(), "the method names no version");
        expect(!method.potential().isBlank(), "the method names no potential");
        Method again = bench.subject().open().get().method();
        expect(method.equals(again), "opened twice, the method is " + method + " and then " + again);
    }

    private static void label(Bench bench) {
        Label first = bench.labelled(bench.sample(), "a");
        Label second = bench.labelled(bench.sample(), "b");
        expect(Double.isFinite(first.energyEv()), "the energy is " + first.energyEv());
        double[] forces = first.forcesEvPerAngstrom();
        expect(
                forces.length == 3 * bench.sample().size(),
                forces.length + " force components for " + bench.sample().size() + " atoms");
        expect(Arrays.stream(forces).allMatch(Double::isFinite), "a force is no number");
        close(second.energyEv(), first.energyEv(), bench.perCell(), "energy of the same structure again");
    }

    private static void gradient(Bench bench) {
        double[] step = new double[3 * bench.sample().size()];
        double[] forces = bench.labelled(bench.sample(), "here").forcesEvPerAngstrom();
        for (int axis = 0; axis < 3; axis++) {
            Arrays.fill(step, 0);
            step[axis] = STEP_ANGSTROM;
            double ahead = bench.labelled(bench.sample().displaced(step), "ahead-" + axis)
                    .energyEv();
            step[axis] = -STEP_ANGSTROM;
            double behind = bench.labelled(bench.sample().displaced(step), "behind-" + axis)
                    .energyEv();
            close(
                    forces[axis],
                    -(ahead - behind) / (2 * STEP_ANGSTROM),
                    bench.subject().tolerance() + OF_DIFFERENCE,
                    "force " + "xyz".charAt(axis) + " on the first atom against the energies' difference, eV/angstrom");
        }
    }

    /** Three that differ, so that an answer given to another shows. */
    private static void together(Bench bench) {
        BatchRuns batches = bench.code()
                .batches()
                .filter(found -> found.refusal(bench.label()).isEmpty())
                .orElseThrow(() -> new NotOffered("a run of the code is one structure"));
        List<Task> tasks = new ArrayList<>();
        for (double push : new double[] {0.04, 0, -0.04}) {
            double[] u = new double[3 * bench.sample().size()];
            u[0] = push;
            tasks.add(new Task.LabelTask(bench.sample().displaced(u)));
        }
        List<Outcome> found = new RunToEnd(new LocalLauncher())
                .run(
                        batches,
                        tasks,
                        bench.token("together"),
                        bench.work("together"),
                        bench.subject().limit());
        for (int k = 0; k < tasks.size(); k++) {
            Label one = bench.labelled(tasks.get(k).start(), "one-" + k);
            Label ofMany = result(Result.Labelled.class, found.get(k)).label();
            close(ofMany.energyEv(), one.energyEv(), bench.perCell(), "energy of structure " + (k + 1));
            for (int c = 0; c < one.forcesEvPerAngstrom().length; c++) {
                close(
                        ofMany.forcesEvPerAngstrom()[c],
                        one.forcesEvPerAngstrom()[c],
                        bench.subject().tolerance() + 1e-9,
                        "force component " + c + " of structure " + (k + 1));
            }
        }
    }

    private static void living(Bench bench) throws IOException {
        double[] push = new double[3 * bench.sample().size()];
        push[0] = 0.05;
        push[push.length - 1] = -0.03;
        try (Forces forces = bench.code()
                .forces(bench.sample(), bench.work("living"), bench.subject().limit())
                .orElseThrow(() -> new NotOffered("the code keeps no program alive for forces"))) {
            for (double[] u : List.of(new double[push.length], push)) {
                Label label = bench.labelled(bench.sample().displaced(u), "at-" + u[0]);
                Forces.Evaluation found = forces.at(u);
                for (int k = 0; k < u.length; k++) {
                    close(
                            found.forcesEvPerAngstrom()[k],
                            label.forcesEvPerAngstrom()[k],
                            bench.subject().tolerance() + 1e-9,
                            "force component " + k);
                }
                if (forces.hasEnergy()) {
                    close(found.energyEv(), label.energyEv(), bench.perCell(), "energy");
                }
            }
        }
        expect(!java.nio.file.Files.exists(bench.work("living")), bench.work("living") + " is still there after close");
    }
}
