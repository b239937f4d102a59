package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/** Basins and replicas. */
public final class SubjectTable {
    private final Handle handle;

    SubjectTable(Handle handle) {
        this.handle = handle;
    }

    /** A start structure and, once minimised, its inherent structure; null until then. */
    public record Basin(
            int id,
            StoredFile start,
            @Nullable StoredFile inherent,
            double energyEv,
            @Nullable String methodId) {}

    /** An independent MD run; its energy series is null until the run is done. */
    public record Replica(
            int id,
            Role role,
            Kelvin temperature,
            long seed,
            String reason,
            @Nullable StoredFile series) {}

    public int insertBasin(StoredFile start) {
        int id = nextId("select coalesce(max(id), 0) + 1 from basin");
        handle.createUpdate("insert into basin (id, start_file, start_sha256) values (:id, :file, :sha)")
                .bind("id", id)
                .bind("file", start.path())
                .bind("sha", start.sha256())
                .execute();
        return id;
    }

    public void basinRelaxed(int id, StoredFile inherent, double energyEv, double maxForce, Method method) {
        handle.createUpdate("""
                        update basin set inherent_file = :file, inherent_sha256 = :sha, energy_ev = :energy,
                               max_force = :force, method_id = :method
                        where id = :id
                        """)
                .bind("file", inherent.path())
                .bind("sha", inherent.sha256())
                .bind("energy", energyEv)
                .bind("force", maxForce)
                .bind("method", method.id())
                .bind("id", id)
                .execute();
    }

    public List<Basin> basins() {
        return handle.createQuery("select * from basin order by id")
                .map((rs, ctx) -> new Basin(
                        rs.getInt("id"),
                        new StoredFile(rs.getString("start_file"), rs.getString("start_sha256")),
                        file(rs, "inherent"),
                        rs.getDouble("energy_ev"),
                        rs.getString("method_id")))
                .list();
    }

    public Optional<Basin> basin(int id) {
        return basins().stream().filter(b -> b.id() == id).findFirst();
    }

    public int insertReplica(Role role, Kelvin temperature, long seed, String reason) {
        int id = nextId("select coalesce(max(id), 0) + 1 from replica");
        handle.createUpdate("""
                        insert into replica (id, role, temperature_k, seed, reason)
                        values (:id, :role, :t, :seed, :reason)
                        """)
                .bind("id", id)
                .bind("role", role.word())
                .bind("t", temperature.value())
                .bind("seed", seed)
                .bind("reason", reason)
                .execute();
        return id;
    }

    public void replicaSampled(int id, StoredFile series) {
        handle.createUpdate("update replica set series_file = :file, series_sha256 = :sha where id = :id")
                .bind("file", series.path())
                .bind("sha", series.sha256())
                .bind("id", id)
                .execute();
    }

    public List<Replica> replicas() {
        return handle.createQuery("select * from replica order by id")
                .map((rs, ctx) -> new Replica(
                        rs.getInt("id"),
                        Role.ofWord(rs.getString("role")),
                        Kelvin.of(rs.getDouble("temperature_k")),
                        rs.getLong("seed"),
                        rs.getString("reason"),
                        file(rs, "series")))
                .list();
    }

    public Optional<Replica> replica(int id) {
        return replicas().stream().filter(r -> r.id() == id).findFirst();
    }

    private int nextId(String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    static @Nullable StoredFile file(ResultSet rs, String prefix) throws SQLException {
        String path = rs.getString(prefix + "_file");
        return path == null ? null : new StoredFile(path, rs.getString(prefix + "_sha256"));
    }
}
