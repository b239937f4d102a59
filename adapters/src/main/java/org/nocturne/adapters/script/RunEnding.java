package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Requirement;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;

/** How a run ended as a whole: why nothing in it counts, if so. */
record RunEnding(FailureKnowledge known, List<Requirement> requires, String token, Path workDir, Finished run) {

    /** Of one structure: what the program says of a failure comes before its numbers, since several codes end a failed run with exit code 0. */
    Optional<Outcome.Failed> failureOfOne() {
        return endedOrForeign().or(this::told).or(this::exit).or(this::missing);
    }

    /** Of many: in a run that ended well, what it says of a failure is about one of them, and the numbers of the others stand. */
    Optional<Outcome.Failed> failureOfAll() {
        return endedOrForeign()
                .or(() -> exit().map(exit -> told().orElse(exit)))
                .or(this::missing);
    }

    private Optional<Outcome.Failed> endedOrForeign() {
        if (run.endedBy().isPresent()) {
            return Optional.of(known.failed(run.endedBy().get(), run.inWords(), workDir));
        }
        if (!RunText.lines(workDir, ScriptInputs.TOKEN).equals(List.of(token))) {
            return Optional.of(
                    known.failed(Cause.FOREIGN_OUTPUT, "the directory does not belong to " + token, workDir));
        }
        return Optional.empty();
    }

    /** What the program itself says of a failure. */
    Optional<Outcome.Failed> told() {
        try {
            return known.explain(RunText.printed(workDir), workDir, ", " + run.inWords());
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }

    private Optional<Outcome.Failed> exit() {
        return run.succeeded()
                ? Optional.empty()
                : Optional.of(known.failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir));
    }

    private Optional<Outcome.Failed> missing() {
        return requires.stream()
                .filter(wanted -> RunText.lines(workDir, wanted.file()).stream()
                        .noneMatch(Patterns.compile(wanted.pattern(), 0).asPredicate()))
                .findFirst()
                .map(wanted -> known.failed(
                        wanted.cause(), wanted.file() + " has no line like '" + wanted.pattern() + "'", workDir));
    }
}
