package org.nocturne.learning.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Store;

/**
 * Versions that have been replaced and are found wrong at a temperature: a gate of their proposals there fails by more than three standard errors, which
 * is hardly ever chance, even among two dozen lines. What became of these proposals tells of them, not of the generator as it is. A version is judged again when there are other proposals of it, or another reference.
 */
final class FoundWrong {
    private static final double FAR = 3;

    private record Known(int lastProposal, String source, boolean isWrong) {}

    private final Store store;
    private final int newest;
    private final Map<Kelvin, Map<Integer, Known>> known = new HashMap<>();

    /** @param newest so many proposals of each version are judged */
    FoundWrong(Store store, int newest) {
        this.store = store;
        this.newest = newest;
    }

    /**
     * Numbers of such versions, 0 for what was proposed before anything was learned.
     *
     * @param present proposals by which the present version is judged; it is never among them
     * @param source what judges now
     */
    Set<Integer> at(
            Kelvin t, String source, List<Candidate> present, Function<List<Candidate>, List<Judgement>> judge) {
        Set<Integer> versions =
                new TreeSet<>(store.inTransaction(tx -> tx.models().all()).stream()
                        .map(Model::version)
                        .toList());
        versions.add(0);
        present.forEach(candidate -> versions.remove(version(candidate)));
        versions.removeIf(version -> !isWrong(version, t, source, judge));
        return versions;
    }

    private boolean isWrong(int version, Kelvin t, String source, Function<List<Candidate>, List<Judgement>> judge) {
        List<Candidate> proposals = store.inTransaction(tx -> tx.candidates().newestProposedBy(version, t, newest));
        if (proposals.isEmpty()) {
            return false;
        }
        int last = proposals.get(proposals.size() - 1).id();
        Map<Integer, Known> here = known.computeIfAbsent(t, at -> new HashMap<>());
        Known before = here.get(version);
        if (before == null || before.lastProposal() != last || !before.source().equals(source)) {
            boolean isWrong = judge.apply(proposals).stream().anyMatch(FoundWrong::isWrong);
            before = new Known(last, source, isWrong);
            here.put(version, before);
        }
        return before.isWrong();
    }

    static boolean isWrong(Judgement line) {
        return line.verdict() == Verdict.FAIL
                && line.outside() > FAR * line.estimate().standardError();
    }

    private static int version(Candidate candidate) {
        return candidate.modelVersion() == null ? 0 : candidate.modelVersion();
    }

    /** For the source of a line. */
    static String describe(Set<Integer> wrong) {
        return "without what "
                + wrong.stream()
                        .map(v -> v == 0 ? "no version" : "version " + v)
                        .collect(Collectors.joining(", "))
                + " proposed, found wrong";
    }
}
