package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;

/** Ranges of temperature that get no work, and the candidates that wait for their end. */
public final class QuarantineTable {
    private static final String HELD = "held: its temperature is in quarantine";

    private final Handle handle;
    private final Instant now;

    QuarantineTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * One of them.
     *
     * @param from lowest temperature, {@code to} the highest
     * @param modelVersion of whose candidates it is; 0 where nothing learned proposes
     * @param failed candidates that failed there for its cause, of so many {@code tried}
     * @param chance that so many fall together there if all temperatures are alike
     */
    public record Quarantine(
            int id, Cause cause, Kelvin from, Kelvin to, int modelVersion, int failed, int tried, double chance) {

        public boolean covers(Kelvin t) {
            return t.value() >= from.value() && t.value() <= to.value();
        }
    }

    /** What has become of a candidate that is at its end, apart from those whose proposal failed. */
    public record Attempted(int candidate, Kelvin temperature, Optional<Cause> failed) {}

    /** Candidates of a version that were labelled, or failed for good, oldest first. */
    public List<Attempted> attempted(int modelVersion) {
        return handle.createQuery("""
                        select c.id, c.temperature_k, s.state,
                               (select max(j.cause) from job j where j.id = (select max(l.id) from job l
                                where l.subject_kind = 'candidate' and l.subject_id = c.id)) as cause
                        from candidate c join candidate_state s on s.id = c.id
                        where coalesce(c.model_version, 0) = :version and s.state in ('labelled', 'failed')
                          and not exists (select 1 from job p where p.subject_kind = 'candidate'
                                          and p.subject_id = c.id and p.step = 'propose')
                        order by c.id
                        """)
                .bind("version", modelVersion)
                .map((rs, ctx) -> attempted(rs))
                .list();
    }

    private static Attempted attempted(ResultSet rs) throws SQLException {
        String cause = rs.getString("cause");
        boolean failed = rs.getString("state").equals("failed") && cause != null;
        return new Attempted(
                rs.getInt("id"),
                Kelvin.of(rs.getDouble("temperature_k")),
                failed ? Optional.of(Cause.valueOf(cause)) : Optional.empty());
    }

    /** Those that have not ended. */
    public List<Quarantine> open() {
        return handle.createQuery("select * from quarantine where ended_at is null order by id")
                .map((rs, ctx) -> new Quarantine(
                        rs.getInt("id"),
                        Cause.valueOf(rs.getString("cause")),
                        Kelvin.of(rs.getDouble("from_k")),
                        Kelvin.of(rs.getDouble("to_k")),
                        rs.getInt("model_version"),
                        rs.getInt("failed"),
                        rs.getInt("tried"),
                        rs.getDouble("chance")))
                .list();
    }

    public int nextId() {
        return handle.createQuery("select coalesce(max(id), 0) + 1 from quarantine")
                .mapTo(Integer.class)
                .one();
    }

    public void insert(Quarantine begun) {
        handle.createUpdate("""
                        insert into quarantine (id, cause, from_k, to_k, model_version, failed, tried, chance, began_at)
                        values (:id, :cause, :from, :to, :version, :failed, :tried, :chance, :now)
                        """)
                .bind("id", begun.id())
                .bind("cause", begun.cause().name())
                .bind("from", begun.from().value())
                .bind("to", begun.to().value())
                .bind("version", begun.modelVersion())
                .bind("failed", begun.failed())
                .bind("tried", begun.tried())
                .bind("chance", begun.chance())
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** Takes the jobs that wait there out of the queue, whoever proposed them; returns how many candidates it holds more than before. */
    public int hold(Quarantine quarantine) {
        handle.createUpdate("""
                        update job set state = 'CANCELLED', cause = 'CANCELLED', detail = :why, ended_at = :now
                        where state = 'PENDING' and subject_kind = 'candidate'
                          and subject_id in (select id from candidate where temperature_k between :from and :to)
                        """)
                .bind("from", quarantine.from().value())
                .bind("to", quarantine.to().value())
                .bind("why", HELD)
                .bind("now", JobTable.utc(now))
                .execute();
        return handle.createUpdate("""
                        insert into held (candidate_id, quarantine_id, step)
                        select j.subject_id, :id, j.step from job j
                        where j.state = 'CANCELLED' and j.detail = :why and j.subject_kind = 'candidate'
                          and j.id = (select max(l.id) from job l
                                      where l.subject_kind = 'candidate' and l.subject_id = j.subject_id)
                          and not exists (select 1 from held h where h.candidate_id = j.subject_id)
                        """)
                .bind("id", quarantine.id())
                .bind("why", HELD)
                .execute();
    }

    /** A candidate and the step that it waits for. */
    public record Held(int candidate, Step step) {}

    public List<Held> held(int quarantine) {
        return handle.createQuery("select candidate_id, step from held where quarantine_id = :id order by candidate_id")
                .bind("id", quarantine)
                .map((rs, ctx) -> new Held(rs.getInt("candidate_id"), Step.ofWord(rs.getString("step"))))
                .list();
    }

    /** From now on nobody is held by it; what waited is to be queued again by the caller. */
    public void end(int quarantine) {
        handle.createUpdate("delete from held where quarantine_id = :id")
                .bind("id", quarantine)
                .execute();
        handle.createUpdate("update quarantine set ended_at = :now where id = :id")
                .bind("now", JobTable.utc(now))
                .bind("id", quarantine)
                .execute();
    }
}
