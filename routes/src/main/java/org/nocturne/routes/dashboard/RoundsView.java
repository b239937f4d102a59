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
 * @param temperatureK of the energies
 * @param energies meV per atom above the inherent structure the campaign works around
 * @param reference energies of the MD that judges; of no frames where it was run elsewhere
 */
record RoundsView(
        double temperatureK,
        List<Assessment> assessments,
        List<RoundEnergies> energies,
        Distribution reference,
        List<Verdict> verdicts) {

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
            return new RoundsView(
                    t.value(),
                    tx.ledger().assessments(),
                    RoundEnergies.of(basins, tx.candidates().all(), tx.frames().of(Role.CANDIDATE), atoms, t),
                    RoundEnergies.reference(basins, tx.frames().of(Role.REFERENCE), atoms, t),
                    tx.verdicts().all().stream().map(Verdict::of).toList());
        });
    }
}
