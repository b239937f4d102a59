package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;

/** Assessments of the ensemble, and the variance ledger of each. */
public final class LedgerTable {
    private final Handle handle;
    private final Instant now;

    LedgerTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** The ensemble after a round; misfits are null while there is no frame to compare. */
    public record Assessment(
            int id,
            int round,
            int frames,
            @Nullable Double rwp,
            @Nullable Double chi2,
            @Nullable Double rMinus1,
            Instant at) {}

    /**
     * One judged quantity.
     *
     * @param stage "proposal" before any relaxation, "thermal" after the code's NVT steps
     * @param part of the quantity where it has several, empty otherwise
     * @param low lower end of the interval, {@code high} its upper end
     * @param needed samples that would decide it; 0 where it is decided
     * @param verdict "pass", "fail" or "undecided"
     * @param source what it was compared with
     */
    public record Row(
            String stage,
            String quantity,
            String part,
            Kelvin temperature,
            double estimate,
            double standardError,
            double low,
            double high,
            double bandLow,
            double bandHigh,
            int samples,
            int needed,
            String verdict,
            String source) {}

    public int insert(int round, int frames, @Nullable Double rwp, @Nullable Double chi2, @Nullable Double rMinus1) {
        int id = handle.createQuery("select coalesce(max(id), 0) + 1 from assessment")
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("""
                        insert into assessment (id, round, frames, rwp, chi2, r_minus_1, created_at)
                        values (:id, :round, :frames, :rwp, :chi2, :r, :now)
                        """)
                .bind("id", id)
                .bind("round", round)
                .bind("frames", frames)
                .bind("rwp", rwp)
                .bind("chi2", chi2)
                .bind("r", rMinus1)
                .bind("now", JobTable.utc(now))
                .execute();
        return id;
    }

    public void insert(int assessment, Row row) {
        handle.createUpdate("""
                        insert into variance (assessment_id, stage, quantity, part, temperature_k, estimate, standard_error, low, high,
                                              band_low, band_high, samples, needed, verdict, source)
                        values (:assessment, :stage, :quantity, :part, :t, :estimate, :se, :low, :high, :bandLow, :bandHigh,
                                :samples, :needed, :verdict, :source)
                        """)
                .bind("assessment", assessment)
                .bind("stage", row.stage())
                .bind("quantity", row.quantity())
                .bind("part", row.part())
                .bind("t", row.temperature().value())
                .bind("estimate", row.estimate())
                .bind("se", row.standardError())
                .bind("low", row.low())
                .bind("high", row.high())
                .bind("bandLow", row.bandLow())
                .bind("bandHigh", row.bandHigh())
                .bind("samples", row.samples())
                .bind("needed", row.needed())
                .bind("verdict", row.verdict())
                .bind("source", row.source())
                .execute();
    }

    /** Oldest first. */
    public List<Assessment> assessments() {
        return newestAssessments(Integer.MAX_VALUE);
    }

    /** The newest so many, oldest first. */
    public List<Assessment> newestAssessments(int limit) {
        List<Assessment> newestFirst = handle.createQuery("select * from assessment order by id desc limit :limit")
                .bind("limit", limit)
                .map((rs, ctx) -> new Assessment(
                        rs.getInt("id"),
                        rs.getInt("round"),
                        rs.getInt("frames"),
                        (Double) rs.getObject("rwp"),
                        (Double) rs.getObject("chi2"),
                        (Double) rs.getObject("r_minus_1"),
                        Objects.requireNonNull(JobTable.instant(rs, "created_at"))))
                .list();
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The smallest misfits of all rounds that were judged; null before the first. */
    public record Best(
            int rounds, @Nullable Double rwp, @Nullable Double chi2) {}

    public Best best() {
        return handle.createQuery("select count(*) as rounds, min(rwp) as rwp, min(chi2) as chi2 from assessment")
                .map((rs, ctx) ->
                        new Best(rs.getInt("rounds"), (Double) rs.getObject("rwp"), (Double) rs.getObject("chi2")))
                .one();
    }

    /** Empty before the first. */
    public Optional<Assessment> newestAssessment() {
        return newestAssessments(1).stream().findFirst();
    }

    /** The ledger of the newest assessment; empty before the first. */
    public List<Row> newest() {
        return newestAssessment().map(a -> rows(a.id())).orElse(List.of());
    }

    public List<Row> rows(int assessment) {
        return handle.createQuery("""
                        select * from variance where assessment_id = :id order by id
                        """)
                .bind("id", assessment)
                .map((rs, ctx) -> new Row(
                        rs.getString("stage"),
                        rs.getString("quantity"),
                        rs.getString("part"),
                        Kelvin.of(rs.getDouble("temperature_k")),
                        rs.getDouble("estimate"),
                        rs.getDouble("standard_error"),
                        rs.getDouble("low"),
                        rs.getDouble("high"),
                        rs.getDouble("band_low"),
                        rs.getDouble("band_high"),
                        rs.getInt("samples"),
                        rs.getInt("needed"),
                        rs.getString("verdict"),
                        rs.getString("source")))
                .list();
    }
}
