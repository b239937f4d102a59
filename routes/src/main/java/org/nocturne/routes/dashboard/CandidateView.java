package org.nocturne.routes.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Subject;

/**
 * One candidate with what was done to it.
 *
 * @param seed of its draw, as text: a page has no numbers of 64 bits
 * @param structures that there are: proposal, thermal, inherent
 * @param pattern of its labelled frame over the target
 */
record CandidateView(
        CandidatesView.Line line, String seed, List<Attempt> attempts, List<String> structures, PatternView pattern) {

    /** @param workDir empty where none was made */
    record Attempt(
            long job,
            String step,
            int attempt,
            String state,
            @Nullable String cause,
            @Nullable String detail,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            String workDir) {
        static Attempt of(Job job) {
            return new Attempt(
                    job.id(),
                    job.step().word(),
                    job.attempt(),
                    job.state().name(),
                    job.cause() == null ? null : job.cause().name(),
                    job.detail(),
                    job.startedAt(),
                    job.endedAt(),
                    job.workDir() == null ? "" : job.workDir());
        }
    }

    static CandidateView of(Seen seen, Query query) {
        int id = id(query);
        return seen.store().inTransaction(tx -> {
            var standing = tx.candidates().standing(id).orElseThrow(() -> missing(id));
            List<LabelledFrame> frames = tx.frames().of(Subject.candidate(id));
            List<String> structures = new ArrayList<>(List.of("proposal"));
            if (!frames.isEmpty()) {
                structures.add("thermal");
            }
            if (standing.candidate().inherent() != null) {
                structures.add("inherent");
            }
            return new CandidateView(
                    CandidatesView.line(standing, Energies.of(tx, seen.facts().atoms()), frames),
                    String.valueOf(standing.candidate().seed()),
                    tx.jobs().of(Subject.candidate(id)).stream()
                            .map(Attempt::of)
                            .toList(),
                    structures,
                    frames.stream()
                            .reduce((older, newer) -> newer)
                            .flatMap(frame -> tx.patterns().of(frame.id()))
                            .map(intensity -> PatternView.ofFrame(seen, intensity))
                            .orElseGet(() -> PatternView.over(seen, List.of())));
        });
    }

    static int id(Query query) {
        return (int) Math.min(Integer.MAX_VALUE, query.number("id"));
    }

    static NoSuchElementException missing(int id) {
        return new NoSuchElementException("there is no candidate " + id);
    }
}
