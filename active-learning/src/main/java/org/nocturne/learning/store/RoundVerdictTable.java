package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;

/** The verdict on each round that was judged, and the next action. */
public final class RoundVerdictTable {
    private final Handle handle;
    private final Instant now;

    RoundVerdictTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps the verdict on a round; its time is that of the transaction. */
    public void insert(int assessment, RoundVerdict verdict) {
        Kelvin t = verdict.temperature();
        handle.createUpdate("""
                        insert into round_verdict (assessment_id, trend, test, line, statistic, p_value, level, compared, why,
                                                   action, temperature_k, amount, because, created_at)
                        values (:id, :trend, :test, :line, :statistic, :p, :level, :compared, :why, :action, :t, :amount,
                                :because, :now)
                        """)
                .bind("id", assessment)
                .bind("trend", verdict.trend())
                .bind("test", verdict.test())
                .bind("line", verdict.line())
                .bind("statistic", verdict.statistic())
                .bind("p", verdict.pValue())
                .bind("level", verdict.level())
                .bind("compared", verdict.compared())
                .bind("why", verdict.why())
                .bind("action", verdict.action())
                .bind("t", t == null ? null : (Double) t.value())
                .bind("amount", verdict.amount())
                .bind("because", verdict.because())
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** Oldest first. */
    public List<RoundVerdict> all() {
        return newest(Integer.MAX_VALUE);
    }

    /** The newest so many, oldest first. */
    public List<RoundVerdict> newest(int limit) {
        List<RoundVerdict> newestFirst = handle.createQuery("""
                        select v.*, a.round from round_verdict v join assessment a on a.id = v.assessment_id
                        order by v.assessment_id desc limit :limit
                        """)
                .bind("limit", limit)
                .map((rs, ctx) -> verdict(rs))
                .list();
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    public Optional<RoundVerdict> newest() {
        return newest(1).stream().findFirst();
    }

    /** Whether this assessment was acted upon. */
    public boolean isThere(int assessment) {
        return handle.createQuery("select count(*) from round_verdict where assessment_id = :id")
                        .bind("id", assessment)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static RoundVerdict verdict(ResultSet rs) throws SQLException {
        @Nullable Double t = (Double) rs.getObject("temperature_k");
        return new RoundVerdict(
                rs.getInt("round"),
                rs.getString("trend"),
                rs.getString("test"),
                rs.getString("line"),
                (Double) rs.getObject("statistic"),
                (Double) rs.getObject("p_value"),
                rs.getDouble("level"),
                rs.getInt("compared"),
                rs.getString("why"),
                rs.getString("action"),
                t == null ? null : Kelvin.of(t),
                rs.getInt("amount"),
                rs.getString("because"),
                Objects.requireNonNull(JobTable.instant(rs, "created_at")));
    }
}
