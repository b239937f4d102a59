package org.nocturne.routes.dashboard;

import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.LedgerTable.Assessment;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.RoundVerdict;
import org.nocturne.routes.report.Distribution;
import org.nocturne.routes.report.RoundEnergies;

/**
 * Misfits, energies and verdicts by round.
 *
 * @param before rounds that are too old to be among these
 * @param temperatureK of the energies
 * @param energies meV per atom above the inherent structure the campaign works around
 * @param reference energies of the MD that judges; of no frames where it was run elsewhere
 */
record RoundsView(
        int before,
        double temperatureK,
        List<Assessment> assessments,
        List<RoundEnergies> energies,
        Distribution reference,
        List<Verdict> verdicts) {

    /** Rounds that a page is told of, the newest. */
    private static final int MOST = 100;

    record Verdict(int round, String trend, String why, String next) {
        static Verdict of(RoundVerdict v) {
            return new Verdict(v.round(), v.trend(), v.why(), v.nextInWords());
        }
    }

    static RoundsView of(Seen seen) {
        Kelvin t = seen.facts().target().temperature();
        int atoms = seen.facts().atoms();
        return seen.store().inTransaction(tx -> {
            var basins = tx.subjects().basins();
            int before = Math.max(0, tx.candidates().newestRound() - MOST);
            int first = tx.candidates().firstOfRound(before + 1);
            return new RoundsView(
                    before,
                    t.value(),
                    tx.ledger().newestAssessments(MOST),
                    RoundEnergies.of(
                            basins, tx.candidates().since(first), tx.frames().ofCandidatesSince(first), atoms, t),
                    RoundEnergies.reference(basins, tx.frames().of(Role.REFERENCE), atoms, t),
                    tx.verdicts().newest(MOST).stream().map(Verdict::of).toList());
        });
    }
}
