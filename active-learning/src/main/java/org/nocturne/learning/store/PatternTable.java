package org.nocturne.learning.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.structure.Kelvin;

/** Patterns of labelled frames, so that an ensemble mean after a restart costs no second computation. */
public final class PatternTable {
    private final Handle handle;

    PatternTable(Handle handle) {
        this.handle = handle;
    }

    /** Keeps a pattern; a second one for the same frame is ignored. */
    public void insert(long frameId, double[] intensity) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * intensity.length);
        bytes.asDoubleBuffer().put(intensity);
        handle.createUpdate("""
                        insert into pattern (frame_id, intensity)
                        select :frame, :intensity where not exists (select 1 from pattern where frame_id = :frame)
                        """)
                .bind("frame", frameId)
                .bind("intensity", bytes.array())
                .execute();
    }

    /** All patterns, in the order of their frames. */
    public List<double[]> all() {
        return handle.createQuery("select intensity from pattern order by frame_id")
                .map((rs, ctx) -> intensity(rs))
                .list();
    }

    /** Those of the newest frames, the newest first. */
    public List<double[]> newest(int limit) {
        return handle.createQuery("select intensity from pattern order by frame_id desc limit :limit")
                .bind("limit", limit)
                .map((rs, ctx) -> intensity(rs))
                .list();
    }

    public int count() {
        return handle.createQuery("select count(*) from pattern")
                .mapTo(Integer.class)
                .one();
    }

    /** The pattern of a frame; empty while it was not computed. */
    public Optional<double[]> of(long frameId) {
        return handle.createQuery("select intensity from pattern where frame_id = :frame")
                .bind("frame", frameId)
                .map((rs, ctx) -> intensity(rs))
                .findOne();
    }

    private static double[] intensity(ResultSet rs) throws SQLException {
        byte[] bytes = rs.getBytes("intensity");
        double[] out = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(out);
        return out;
    }

    /** Labelled frames of candidates at a temperature that have no pattern yet. */
    public List<Long> missing(Kelvin temperature) {
        return handle.createQuery("""
                        select f.id from frame f join label l on l.frame_id = f.id
                        where f.role = 'candidate' and f.temperature_k = :t
                          and not exists (select 1 from pattern p where p.frame_id = f.id)
                        order by f.id
                        """)
                .bind("t", temperature.value())
                .mapTo(Long.class)
                .list();
    }
}
