package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What the code does with numbered structures. One that fails is told, counted, and missing in the answer. */
final class VariantRuns {
    private final Code code;
    private final CodeOptions options;
    private final Tally tally;
    private final PrintWriter errors;

    VariantRuns(Code code, CodeOptions options, Tally tally, PrintWriter errors) {
        this.code = code;
        this.options = options;
        this.tally = tally;
        this.errors = errors;
    }

    SortedMap<Integer, InherentStructure> minimise(String what, SortedMap<Integer, Structure> structures)
            throws IOException {
        SortedMap<Integer, Task> tasks = new TreeMap<>();
        structures.forEach((k, s) -> tasks.put(k, new Task.MinimiseTask(s, Minimisation.TIGHT)));
        return run(what, tasks);
    }

    /** Each is heated for some steps and minimised again. */
    SortedMap<Integer, InherentStructure> anneal(
            SortedMap<Integer, InherentStructure> minima, Kelvin at, int steps, Seeds seeds) throws IOException {
        SortedMap<Integer, Task> tasks = new TreeMap<>();
        minima.forEach((k, is) ->
                tasks.put(k, new Task.RelaxTask(is.structure(), at, steps, Minimisation.TIGHT, seeds.at(k))));
        return run("anneal", tasks);
    }

    private SortedMap<Integer, InherentStructure> run(String what, SortedMap<Integer, Task> tasks) throws IOException {
        List<Integer> numbers = new ArrayList<>(tasks.keySet());
        SortedMap<Integer, InherentStructure> found = new TreeMap<>();
        if (tasks.isEmpty()) {
            return found;
        }
        try (StepProgress progress = new StepProgress(what, tasks.size(), errors)) {
            options.batch(code).run(new ArrayList<>(tasks.values()), (index, outcome) -> {
                if (outcome instanceof Outcome.Failed failure) {
                    tally.failed(numbers.get(index), failure);
                } else if (outcome instanceof Outcome.Done done) {
                    found.put(numbers.get(index), inherent(done.result()));
                    tally.done();
                }
                progress.step();
            });
        }
        return found;
    }

    private static InherentStructure inherent(Result result) {
        return result instanceof Result.Relaxed relaxed ? relaxed.inherent() : ((Result.Minimised) result).inherent();
    }
}
