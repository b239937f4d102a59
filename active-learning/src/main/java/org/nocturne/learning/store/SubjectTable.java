package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/** Basins, replicas and candidates. */
public final class SubjectTable {
    private final Handle handle;
    private final Instant now;

    SubjectTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
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

    public record Candidate(
            int id,
            int round,
            Kelvin temperature,
            @Nullable Integer modelVersion,
            long seed,
            StoredFile proposal,
            @Nullable Double proposalEnergyEv,
            @Nullable StoredFile inherent,
            @Nullable Double inherentEnergyEv) {}

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

    public void insertCandidate(
            int id, int round, Kelvin temperature, @Nullable Integer modelVersion, long seed, StoredFile proposal) {
        handle.createUpdate("""
                        insert into candidate (id, round, temperature_k, model_version, seed, proposal_file,
                                               proposal_sha256, created_at)
                        values (:id, :round, :t, :model, :seed, :file, :sha, :now)
                        """)
                .bind("id", id)
                .bind("round", round)
                .bind("t", temperature.value())
                .bind("model", modelVersion)
                .bind("seed", seed)
                .bind("file", proposal.path())
                .bind("sha", proposal.sha256())
                .bind("now", JobTable.utc(now))
                .execute();
    }

    public void candidateRelaxed(int id, double proposalEnergyEv, StoredFile inherent, double inherentEnergyEv) {
        handle.createUpdate("""
                        update candidate set proposal_energy_ev = :proposal, inherent_file = :file,
                               inherent_sha256 = :sha, inherent_energy_ev = :inherent
                        where id = :id
                        """)
                .bind("proposal", proposalEnergyEv)
                .bind("file", inherent.path())
                .bind("sha", inherent.sha256())
                .bind("inherent", inherentEnergyEv)
                .bind("id", id)
                .execute();
    }

    public Optional<Candidate> candidate(int id) {
        return handle.createQuery("select * from candidate where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> candidate(rs))
                .findOne();
    }

    public List<Candidate> candidates() {
        return handle.createQuery("select * from candidate order by id")
                .map((rs, ctx) -> candidate(rs))
                .list();
    }

    public int candidateCount() {
        return nextId("select count(*) from candidate");
    }

    /**
     * How many candidates one version has proposed at each temperature.
     *
     * @param modelVersion null for those that nothing learned has proposed
     */
    public Map<Kelvin, Integer> candidatesByTemperature(@Nullable Integer modelVersion) {
        return handle.createQuery("""
                        select temperature_k, count(*) as n from candidate
                        where coalesce(model_version, 0) = :version group by temperature_k order by temperature_k
                        """)
                .bind("version", modelVersion == null ? 0 : modelVersion)
                .reduceRows(new java.util.TreeMap<>(), SubjectTable::count);
    }

    /** How many proposals of a version failed at each temperature. */
    public Map<Kelvin, Integer> failedProposals(int modelVersion) {
        return handle.createQuery("""
                        select c.temperature_k, count(*) as n
                        from candidate c join job j on j.subject_kind = 'candidate' and j.subject_id = c.id
                        where c.model_version = :version and j.step = 'propose' and j.state = 'FAILED'
                        group by c.temperature_k order by c.temperature_k
                        """)
                .bind("version", modelVersion)
                .reduceRows(new java.util.TreeMap<>(), SubjectTable::count);
    }

    private static Map<Kelvin, Integer> count(Map<Kelvin, Integer> counts, RowView row) {
        counts.put(Kelvin.of(row.getColumn("temperature_k", Double.class)), row.getColumn("n", Integer.class));
        return counts;
    }

    /** How many candidates are in each state, by its word. */
    public Map<String, Integer> countByState() {
        return handle.createQuery("select state, count(*) as n from candidate_state group by state order by state")
                .reduceRows(new java.util.TreeMap<>(), (map, row) -> {
                    map.put(row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                    return map;
                });
    }

    /** Candidates of a round that are neither labelled nor failed. */
    public int openInRound(int round) {
        return handle.createQuery("""
                        select count(*) from candidate_state
                        where round = :round and state not in ('labelled', 'failed')
                        """).bind("round", round).mapTo(Integer.class).one();
    }

    private int nextId(String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static Candidate candidate(ResultSet rs) throws SQLException {
        return new Candidate(
                rs.getInt("id"),
                rs.getInt("round"),
                Kelvin.of(rs.getDouble("temperature_k")),
                (Integer) rs.getObject("model_version"),
                rs.getLong("seed"),
                new StoredFile(rs.getString("proposal_file"), rs.getString("proposal_sha256")),
                (Double) rs.getObject("proposal_energy_ev"),
                file(rs, "inherent"),
                (Double) rs.getObject("inherent_energy_ev"));
    }

    private static @Nullable StoredFile file(ResultSet rs, String prefix) throws SQLException {
        String path = rs.getString(prefix + "_file");
        return path == null ? null : new StoredFile(path, rs.getString(prefix + "_sha256"));
    }
}
