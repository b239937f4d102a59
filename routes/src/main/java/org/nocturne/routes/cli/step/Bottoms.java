package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What configurations of a glass fall to, under the energy of the code. */
public final class Bottoms {
    private static final int SLOTS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Bottoms() {}

    /**
     * Minimises each, two at a time.
     *
     * @param work where the runs lie
     * @throws IllegalArgumentException if one cannot be minimised; the message names it, the cause and where its run lies
     */
    public static List<InherentStructure> of(Code code, Path work, List<Structure> configurations) throws IOException {
        return of(new Batch(code, SLOTS, LIMIT, work.toAbsolutePath(), false), configurations);
    }

    static List<InherentStructure> of(Batch batch, List<Structure> configurations) throws IOException {
        List<Task.MinimiseTask> tasks = configurations.stream()
                .map(one -> new Task.MinimiseTask(one, Minimisation.DISORDERED))
                .toList();
        return batch.results(tasks, Result.Minimised.class).stream()
                .map(Result.Minimised::inherent)
                .toList();
    }
}
