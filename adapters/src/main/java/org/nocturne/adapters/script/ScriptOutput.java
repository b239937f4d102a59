package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Requirement;
import org.nocturne.adapters.script.ScriptAdapter.Rows;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Reads what a run of an adapter left. A number counts only if the run ended well, says that it is whole, and nothing in it tells of a failure. */
final class ScriptOutput {
    /** Where the launcher puts what the program prints. */
    private static final List<String> PRINTED = List.of(".command.out", ".command.err");

    private final FailureKnowledge known;
    private final Steps steps;

    ScriptOutput(FailureKnowledge known, Steps steps) {
        this.known = known;
        this.steps = steps;
    }

    /** Files that hold answers. */
    static Set<String> files(Steps steps) {
        Set<String> out = new LinkedHashSet<>();
        out.add(steps.results().energy().file());
        Patterns.blocks(steps.results()).forEach(rows -> out.add(rows.file()));
        steps.requires().forEach(r -> out.add(r.file()));
        out.removeAll(PRINTED); // the launcher removes those itself
        return out;
    }

    Outcome read(Task task, String token, Path workDir, Finished run) {
        try {
            if (run.endedBy().isPresent()) {
                return failed(run.endedBy().get(), run.inWords(), workDir);
            }
            if (!lines(workDir, ScriptCode.TOKEN).equals(List.of(token))) {
                return failed(Cause.FOREIGN_OUTPUT, "the directory does not belong to " + token, workDir);
            }
            Optional<Outcome.Failed> told = known.explain(printed(workDir), workDir, ", " + run.inWords());
            if (told.isPresent()) {
                return told.get();
            }
            if (!run.succeeded()) {
                return failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
            }
            for (Requirement wanted : steps.requires()) {
                boolean there = lines(workDir, wanted.file()).stream()
                        .anyMatch(Patterns.compile(wanted.pattern(), 0).asPredicate());
                if (!there) {
                    return failed(
                            wanted.cause(), wanted.file() + " has no line like '" + wanted.pattern() + "'", workDir);
                }
            }
            return new Outcome.Done(result(task, workDir));
        } catch (NotFiniteException e) {
            return failed(Cause.NOT_FINITE, String.valueOf(e.getMessage()), workDir);
        } catch (IOException | IllegalArgumentException e) {
            return failed(Cause.UNREADABLE_OUTPUT, String.valueOf(e.getMessage()), workDir);
        }
    }

    /** All that the program prints. */
    private static List<String> printed(Path workDir) throws IOException {
        List<String> out = new ArrayList<>();
        for (String file : PRINTED) {
            if (Files.isRegularFile(workDir.resolve(file))) {
                out.addAll(lines(workDir, file));
            }
        }
        return out;
    }

    private Result result(Task task, Path workDir) throws IOException {
        Structure start = task.start();
        ScriptAdapter.Results results = steps.results();
        double energy =
                Numbers.last(results.energy(), lines(workDir, results.energy().file()));
        double[] forces = rows(results.forces(), start.size(), workDir);
        if (task instanceof Task.MinimiseTask && results.positions() != null) {
            Structure found = start.withPositions(rows(results.positions(), start.size(), workDir));
            double largest = 0;
            for (int i = 0; i < start.size(); i++) {
                largest =
                        Math.max(largest, Math.hypot(Math.hypot(forces[3 * i], forces[3 * i + 1]), forces[3 * i + 2]));
            }
            return new Result.Minimised(new InherentStructure(found, energy, largest));
        }
        return new Result.Labelled(new Label(energy, forces, stress(workDir)));
    }

    /** Nine components in three rows become xx yy zz yz xz xy. */
    private double[] stress(Path workDir) throws IOException {
        Rows block = steps.results().stress();
        if (block == null) {
            return new double[0];
        }
        double[] nine = rows(block, 3, workDir);
        return new double[] {nine[0], nine[4], nine[8], nine[5], nine[2], nine[1]};
    }

    private static double[] rows(Rows block, int count, Path workDir) throws IOException {
        return Numbers.block(block, count, lines(workDir, block.file()));
    }

    private static List<String> lines(Path workDir, String file) throws IOException {
        Path path = workDir.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(file + " is not there");
        }
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        return new ArrayList<>(Arrays.asList(text.split("\\R")));
    }

    private Outcome failed(Cause cause, String detail, Path workDir) {
        return known.failed(cause, detail, workDir);
    }
}
