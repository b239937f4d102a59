package org.nocturne.routes.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.CandidateTable.Standing;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Subject;

/**
 * One page of the candidates, the newest first: a campaign may have tens of thousands.
 *
 * @param more whether there are older ones in this state
 */
record CandidatesView(Map<String, Integer> byState, List<Line> candidates, boolean more) {
    private static final int PAGE = 25;

    /** Energies are meV per atom above the inherent structure the campaign works around; null until they are known. */
    record Line(
            int id,
            String name,
            String state,
            int round,
            double temperatureK,
            @Nullable Integer model,
            @Nullable Double proposedMev,
            @Nullable Double thermalMev,
            @Nullable Double inherentMev) {}

    static CandidatesView of(Seen seen, Query query) {
        String state = query.text("state");
        int before = (int) Math.min(Integer.MAX_VALUE, query.number("before", Integer.MAX_VALUE));
        Map<String, Integer> byState = seen.status().get().candidates();
        if (!state.isEmpty() && !state.matches("[a-z]{1,12}")) {
            throw new IllegalArgumentException("state is no word; wanted is one of " + byState.keySet());
        }
        return seen.store().inTransaction(tx -> {
            Energies energies = Energies.of(tx, seen.facts().atoms());
            List<Standing> found = tx.candidates().page(state, before, PAGE + 1);
            return new CandidatesView(
                    byState,
                    found.stream()
                            .limit(PAGE)
                            .map(s -> line(
                                    s,
                                    energies,
                                    tx.frames()
                                            .of(Subject.candidate(s.candidate().id()))))
                            .toList(),
                    found.size() > PAGE);
        });
    }

    static Line line(Standing standing, Energies energies, List<LabelledFrame> frames) {
        Candidate c = standing.candidate();
        return new Line(
                c.id(),
                Subject.candidate(c.id()).name(),
                standing.state(),
                c.round(),
                c.temperature().value(),
                c.modelVersion(),
                energies.above(c.proposalEnergyEv()),
                energies.above(
                        frames.isEmpty()
                                ? null
                                : (Double) frames.get(frames.size() - 1).energyEv()),
                energies.above(c.inherentEnergyEv()));
    }
}
