package org.nocturne.routes.dashboard;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What can be read, by its name in the address. */
final class Views {
    private final Map<String, Function<Query, Object>> json;
    private final Map<String, Function<Query, String>> text;

    Views(Seen seen) {
        Sparing<Overview> overview = Sparing.of(() -> Overview.of(seen));
        Sparing<RoundsView> rounds = Sparing.of(() -> RoundsView.of(seen));
        Sparing<FailuresView> failures = Sparing.of(() -> FailuresView.of(seen));
        Sparing<MachineView> machine = Sparing.of(() -> MachineView.of(seen));
        json = Map.ofEntries(
                Map.entry("overview", query -> overview.get()),
                Map.entry("rounds", query -> rounds.get()),
                Map.entry("pattern", query -> PatternView.ofEnsemble(seen)),
                Map.entry("ledger", query -> LedgerView.of(seen)),
                Map.entry("models", query -> ModelsView.of(seen)),
                Map.entry("failures", query -> failures.get()),
                Map.entry("failed", query -> FailuresView.page(seen, query)),
                Map.entry("candidates", query -> CandidatesView.of(seen, query)),
                Map.entry("candidate", query -> CandidateView.of(seen, query)),
                Map.entry("machine", query -> machine.get()),
                Map.entry("files", query -> WorkFilesView.of(seen, query)),
                Map.entry("log", query -> LogView.of(seen, query)));
        text = Map.of(
                "structure", query -> CandidateStructure.text(seen, query),
                "file", query -> WorkFilesView.text(seen, query));
    }

    /**
     * The answer.
     *
     * @throws NoSuchElementException if there is no such view, or not what it is asked for
     * @throws IllegalArgumentException if the question cannot be meant
     */
    Reply answer(String name, Query query) {
        Function<Query, String> plain = text.get(name);
        if (plain != null) {
            return new Reply(Reply.TEXT, plain.apply(query));
        }
        Function<Query, Object> view = json.get(name);
        if (view == null) {
            throw new NoSuchElementException("there is nothing here");
        }
        return new Reply(Reply.JSON, Json.of(view.apply(query)));
    }
}
