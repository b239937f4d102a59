package org.nocturne.routes.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.ModelTable.Term;
import org.nocturne.learning.store.Store;

/**
 * The versions of a campaign's model, as the command {@code model list} prints them.
 *
 * @param inOffice version that proposes; null before the first
 * @param terms who was in office when, the present one last
 */
public record ModelVersions(@Nullable Integer inOffice, List<Version> versions, List<Office> terms) {

    /** One retraining; errors are relative, on the held-out frames. */
    public record Version(
            int version,
            String folder,
            String sha256,
            String dataSha256,
            int frames,
            String firedBy,
            double heldOutError,
            @Nullable Double incumbentError,
            String verdict,
            String reason,
            String createdAt) {}

    /** One term of office; {@code beganBy} is retraining, person or rollback. */
    public record Office(int version, String beganBy, String reason, String beganAt) {}

    static ModelVersions of(Store store) {
        return store.inTransaction(tx -> new ModelVersions(
                tx.models().champion().map(Model::version).orElse(null),
                tx.models().all().stream().map(ModelVersions::version).toList(),
                tx.models().terms().stream().map(ModelVersions::office).toList()));
    }

    private static Version version(Model m) {
        return new Version(
                m.version(),
                m.folder(),
                m.sha256(),
                m.dataSha256(),
                m.frames(),
                m.firedBy(),
                m.heldOutError(),
                m.incumbentError(),
                m.verdict(),
                m.reason(),
                m.createdAt().toString());
    }

    private static Office office(Term t) {
        return new Office(
                t.version(),
                t.beganBy().name().toLowerCase(java.util.Locale.ROOT),
                t.reason(),
                t.beganAt().toString());
    }
}
