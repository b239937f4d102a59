package org.nocturne.learning.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Patterns of labelled frames, so that an ensemble mean after a restart costs no second computation. */
public final class PatternTable {
    private static final int AT_ONCE = 500;

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

    private record Numbered(long frame, double[] intensity) {}

    /** Hands out all patterns, one after the other, in the order of their frames; there may be more than memory holds. */
    public void forEach(Consumer<double[]> taker) {
        long last = 0;
        List<Numbered> some = after(last);
        while (!some.isEmpty()) {
            some.forEach(pattern -> taker.accept(pattern.intensity()));
            last = some.get(some.size() - 1).frame();
            some = after(last);
        }
    }

    private List<Numbered> after(long frame) {
        return handle.createQuery("select * from pattern where frame_id > :frame order by frame_id limit :limit")
                .bind("frame", frame)
                .bind("limit", AT_ONCE)
                .map((rs, ctx) -> new Numbered(rs.getLong("frame_id"), intensity(rs)))
                .list();
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
}
