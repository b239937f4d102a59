package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/** Thermal frames and their labels. */
public final class FrameTable {
    private static final String LABELLED = """
            select f.id, f.subject_kind, f.subject_id, f.ordinal, f.role, f.temperature_k, f.file, f.sha256,
                   l.energy_ev, l.method_id
            from frame f join label l on l.frame_id = f.id""";

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

    public int labels(Role role) {
        return handle.createQuery("select count(*) from label l join frame f on f.id = l.frame_id where f.role = :role")
                .bind("role", role.word())
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
