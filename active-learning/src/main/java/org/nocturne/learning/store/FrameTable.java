package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/** Thermal frames and their labels. */
public final class FrameTable {
    private static final int NO_VERSION = -1;

    private static final String LABELLED = """
            select f.id, f.subject_kind, f.subject_id, f.ordinal, f.role, f.temperature_k, f.file, f.sha256,
                   l.energy_ev, l.method_id
            from frame f join label l on l.frame_id = f.id
            """;

    private final Handle handle;

    FrameTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A labelled frame.
     *
     * @param ordinal place in the file, from 0
     */
    public record LabelledFrame(
            long id,
            Subject subject,
            int ordinal,
            Role role,
            Kelvin temperature,
            StoredFile file,
            double energyEv,
            String methodId) {}

    /** A file of frames and the place of each frame in it, counted from 0. */
    public long insert(Subject subject, int ordinal, Role role, Kelvin temperature, StoredFile file) {
        handle.createUpdate("""
                        insert into frame (subject_kind, subject_id, ordinal, role, temperature_k, file, sha256)
                        values (:kind, :subject, :ordinal, :role, :t, :file, :sha)
                        """)
                .bind("kind", subject.kind().word())
                .bind("subject", subject.id())
                .bind("ordinal", ordinal)
                .bind("role", role.word())
                .bind("t", temperature.value())
                .bind("file", file.path())
                .bind("sha", file.sha256())
                .execute();
        return idOf(subject, ordinal);
    }

    public long idOf(Subject subject, int ordinal) {
        return handle.createQuery("""
                        select id from frame where subject_kind = :kind and subject_id = :subject and ordinal = :ordinal
                        """)
                .bind("kind", subject.kind().word())
                .bind("subject", subject.id())
                .bind("ordinal", ordinal)
                .mapTo(Long.class)
                .one();
    }

    public StoredFile fileOf(Subject subject, int ordinal) {
        return handle.createQuery("""
                        select file, sha256 from frame
                        where subject_kind = :kind and subject_id = :subject and ordinal = :ordinal
                        """)
                .bind("kind", subject.kind().word())
                .bind("subject", subject.id())
                .bind("ordinal", ordinal)
                .map((rs, ctx) -> new StoredFile(rs.getString("file"), rs.getString("sha256")))
                .one();
    }

    /** Where the labelled copy of a frame lies, with the forces of its label. */
    public void replaceFile(long frameId, StoredFile file) {
        handle.createUpdate("update frame set file = :file, sha256 = :sha where id = :id")
                .bind("file", file.path())
                .bind("sha", file.sha256())
                .bind("id", frameId)
                .execute();
    }

    public void label(long frameId, Method method, long jobId, double energyEv, double maxForce) {
        handle.createUpdate("""
                        insert into label (frame_id, method_id, job_id, energy_ev, max_force)
                        values (:frame, :method, :job, :energy, :force)
                        """)
                .bind("frame", frameId)
                .bind("method", method.id())
                .bind("job", jobId)
                .bind("energy", energyEv)
                .bind("force", maxForce)
                .execute();
    }

    public int labels() {
        return handle.createQuery("select count(*) from label")
                .mapTo(Integer.class)
                .one();
    }

    public int labels(Role role, String methodId) {
        return handle.createQuery("""
                        select count(*) from label l join frame f on f.id = l.frame_id
                        where f.role = :role and l.method_id = :method
                        """)
                .bind("role", role.word())
                .bind("method", methodId)
                .mapTo(Integer.class)
                .one();
    }

    /** All labelled frames of a role, in the order in which they were stored. */
    public List<LabelledFrame> of(Role role) {
        return handle.createQuery(LABELLED + " where f.role = :role order by f.id")
                .bind("role", role.word())
                .map((rs, ctx) -> labelled(rs))
                .list();
    }

    /** The labelled frames of one subject, in the order in which they were stored. */
    public List<LabelledFrame> of(Subject subject) {
        return handle.createQuery(LABELLED + " where f.subject_kind = :kind and f.subject_id = :id order by f.id")
                .bind("kind", subject.kind().word())
                .bind("id", subject.id())
                .map((rs, ctx) -> labelled(rs))
                .list();
    }

    /**
     * The labelled frames by one method of the newest so many candidates, in the order of the candidates: frames are stored in the order in which
     * calculations end.
     *
     * @param t null for any temperature
     */
    public List<LabelledFrame> newestOfCandidates(String methodId, @Nullable Kelvin t, int limit) {
        return newestOfCandidates(methodId, t, List.of(), limit);
    }

    /** @param without versions whose candidates are passed over, 0 for those that nothing learned has proposed */
    public List<LabelledFrame> newestOfCandidates(
            String methodId, @Nullable Kelvin t, Collection<Integer> without, int limit) {
        List<LabelledFrame> newestFirst = handle.createQuery(LABELLED + """
                        where f.subject_kind = 'candidate' and l.method_id = :method and (:any or f.temperature_k = :t)
                          and (:all or not exists (
                              select 1 from candidate c
                              where c.id = f.subject_id and coalesce(c.model_version, 0) in (<without>)))
                        order by f.subject_kind desc, f.subject_id desc limit :limit
                        """)
                .bind("all", without.isEmpty())
                .bindList("without", without.isEmpty() ? List.of(NO_VERSION) : List.copyOf(without))
                .bind("method", methodId)
                .bind("any", t == null)
                .bind("t", t == null ? 0 : t.value())
                .bind("limit", limit)
                .map((rs, ctx) -> labelled(rs))
                .list();
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /**
     * The labelled frames by one method of some candidates, in their order.
     *
     * @param first of them, {@code before} that after the last
     */
    public List<LabelledFrame> ofCandidates(int first, int before, String methodId) {
        return handle.createQuery(LABELLED + """
                        where f.subject_kind = 'candidate' and f.subject_id >= :first and f.subject_id < :before
                          and l.method_id = :method
                        order by f.subject_id
                        """)
                .bind("first", first)
                .bind("before", before)
                .bind("method", methodId)
                .map((rs, ctx) -> labelled(rs))
                .list();
    }

    /** How many frames of candidates have been labelled at each temperature. */
    public Map<Kelvin, Integer> labelledByTemperature() {
        return handle.createQuery("""
                        select f.temperature_k, count(*) as n from frame f join label l on l.frame_id = f.id
                        where f.role = 'candidate' group by f.temperature_k
                        """).reduceRows(new TreeMap<>(), (map, row) -> {
            map.put(Kelvin.of(row.getColumn("temperature_k", Double.class)), row.getColumn("n", Integer.class));
            return map;
        });
    }

    /** The labelled frames of this candidate and later ones, in the order in which they were stored. */
    public List<LabelledFrame> ofCandidatesSince(int first) {
        return handle.createQuery(LABELLED + """
                        where f.subject_kind = 'candidate' and f.subject_id >= :first order by f.id
                        """)
                .bind("first", first)
                .map((rs, ctx) -> labelled(rs))
                .list();
    }

    /** Frames of candidates at a temperature that a job after this one has labelled, and that have no pattern yet. */
    public List<LabelledFrame> withoutPattern(Kelvin temperature, long afterJob) {
        return handle.createQuery(LABELLED + """
                        join job j on j.id = l.job_id
                        where j.id > :after and j.state = 'DONE' and j.step = 'label' and j.subject_kind = 'candidate'
                          and f.subject_kind = j.subject_kind and f.subject_id = j.subject_id and f.temperature_k = :t
                          and not exists (select 1 from pattern p where p.frame_id = f.id)
                        order by f.id
                        """)
                .bind("after", afterJob)
                .bind("t", temperature.value())
                .map((rs, ctx) -> labelled(rs))
                .list();
    }

    private static LabelledFrame labelled(ResultSet rs) throws SQLException {
        return new LabelledFrame(
                rs.getLong("id"),
                Subject.of(rs.getString("subject_kind"), rs.getInt("subject_id")),
                rs.getInt("ordinal"),
                Role.ofWord(rs.getString("role")),
                Kelvin.of(rs.getDouble("temperature_k")),
                new StoredFile(rs.getString("file"), rs.getString("sha256")),
                rs.getDouble("energy_ev"),
                rs.getString("method_id"));
    }
}
