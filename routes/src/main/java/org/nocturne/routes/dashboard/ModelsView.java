package org.nocturne.routes.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.SubjectTable.Basin;

/**
 * What was learned, and around what.
 *
 * @param inOffice version that proposes; null before the first
 */
record ModelsView(@Nullable Integer inOffice, List<Version> versions, List<Term> terms, List<BasinLine> basins) {

    /** @param error relative force error on held-out replicas, {@code incumbent} that of the version in office then */
    record Version(
            int version,
            Instant at,
            String firedBy,
            int frames,
            double error,
            @Nullable Double incumbent,
            String verdict,
            String reason) {
        static Version of(Model m) {
            return new Version(
                    m.version(),
                    m.createdAt(),
                    m.firedBy(),
                    m.frames(),
                    m.heldOutError(),
                    m.incumbentError(),
                    m.verdict(),
                    m.reason());
        }
    }

    record Term(int version, String beganBy, String reason, Instant beganAt) {}

    /** @param energyEv of the inherent structure; null until it is minimised */
    record BasinLine(int id, boolean minimised, @Nullable Double energyEv) {
        static BasinLine of(Basin b) {
            boolean minimised = b.inherent() != null;
            return new BasinLine(b.id(), minimised, minimised ? b.energyEv() : null);
        }
    }

    static ModelsView of(Seen seen) {
        return seen.store()
                .inTransaction(tx -> new ModelsView(
                        tx.models().champion().map(Model::version).orElse(null),
                        tx.models().all().stream().map(Version::of).toList(),
                        tx.models().terms().stream()
                                .map(t -> new Term(
                                        t.version(),
                                        t.beganBy().name().toLowerCase(java.util.Locale.ROOT),
                                        t.reason(),
                                        t.beganAt()))
                                .toList(),
                        tx.subjects().basins().stream().map(BasinLine::of).toList()));
    }
}
