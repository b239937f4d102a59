package org.nocturne.learning.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every retraining and its verdict, and which version was in office when. The champion is the version of the newest term. */
public final class ModelTable {
    private final Handle handle;
    private final Instant now;

    ModelTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * One retraining.
     *
     * @param folder relative to the campaign folder, with manifest and ONNX file
     * @param heldOutError relative force error on held-out replicas
     * @param incumbentError of the version in office on the same frames; null for the first
     * @param verdict "promoted" or "kept" (the incumbent stays)
     */
    public record Model(
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
            Instant createdAt) {}

    public int nextVersion() {
        return handle.createQuery("select coalesce(max(version), 0) + 1 from model")
                .mapTo(Integer.class)
                .one();
    }

    /** Stores a version with its verdict; one that is promoted is in office from now on. */
    public void insert(Model model) {
        handle.createUpdate("""
                        insert into model (version, folder, sha256, data_sha256, frames, fired_by, heldout_error,
                                           incumbent_error, verdict, reason, created_at)
                        values (:version, :folder, :sha, :data, :frames, :fired, :error, :incumbent, :verdict,
                                :reason, :now)
                        """)
                .bind("version", model.version())
                .bind("folder", model.folder())
                .bind("sha", model.sha256())
                .bind("data", model.dataSha256())
                .bind("frames", model.frames())
                .bind("fired", model.firedBy())
                .bind("error", model.heldOutError())
                .bind("incumbent", model.incumbentError())
                .bind("verdict", model.verdict())
                .bind("reason", model.reason())
                .bind("now", JobTable.utc(now))
                .execute();
        if (model.verdict().equals("promoted")) {
            install(model.version(), Began.RETRAINING, model.reason());
        }
    }

    public List<Model> all() {
        return handle.createQuery("select * from model order by version")
                .map((rs, ctx) -> new Model(
                        rs.getInt("version"),
                        rs.getString("folder"),
                        rs.getString("sha256"),
                        rs.getString("data_sha256"),
                        rs.getInt("frames"),
                        rs.getString("fired_by"),
                        rs.getDouble("heldout_error"),
                        (Double) rs.getObject("incumbent_error"),
                        rs.getString("verdict"),
                        rs.getString("reason"),
                        Objects.requireNonNull(JobTable.instant(rs, "created_at"))))
                .list();
    }

    /** How a term of office began. */
    public enum Began {
        /** The version was better on held-out replicas. */
        RETRAINING,
        /** A person said so. */
        PERSON,
        /** A person took the latest term back. */
        ROLLBACK
    }

    /** A version's time in office, which ends where the next begins. */
    public record Term(int term, int version, Began beganBy, String reason, Instant beganAt) {}

    /** Puts a version into office. */
    public void install(int version, Began by, String reason) {
        handle.createUpdate("""
                        insert into term_of_office (term, version, began_by, reason, began_at)
                        select coalesce(max(term), 0) + 1, :version, :by, :reason, :now from term_of_office
                        """)
                .bind("version", version)
                .bind("by", by.name())
                .bind("reason", reason)
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** All terms, the present one last. */
    public List<Term> terms() {
        return handle.createQuery("select * from term_of_office order by term")
                .map((rs, ctx) -> new Term(
                        rs.getInt("term"),
                        rs.getInt("version"),
                        Began.valueOf(rs.getString("began_by")),
                        rs.getString("reason"),
                        Objects.requireNonNull(JobTable.instant(rs, "began_at"))))
                .list();
    }

    public Optional<Model> find(int version) {
        return all().stream().filter(m -> m.version() == version).findFirst();
    }

    /** The version in office. */
    public Optional<Model> champion() {
        return terms().stream().reduce((older, newer) -> newer).flatMap(term -> find(term.version()));
    }
}
