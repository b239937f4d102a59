package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;

/** What was proposed, and what became of it. */
public final class CandidateTable {
    private final Handle handle;
    private final Instant now;
    private final ProposalTallies tallies;

    CandidateTable(Handle handle, Instant now, ProposalTallies tallies) {
        this.handle = handle;
        this.now = now;
        this.tallies = tallies;
    }

    /** A proposal; what its relaxation gave is null until then. */
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

    public void insert(
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

    public void relaxed(int id, double proposalEnergyEv, StoredFile inherent, double inherentEnergyEv) {
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

    public Optional<Candidate> find(int id) {
        return handle.createQuery("select * from candidate where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> candidate(rs))
                .findOne();
    }

    /** A candidate and the word of the state that follows from its jobs. */
    public record Standing(Candidate candidate, String state) {}

    public Optional<Standing> standing(int id) {
        return handle.createQuery(
                        "select c.*, s.state from candidate c join candidate_state s on s.id = c.id where c.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new Standing(candidate(rs), rs.getString("state")))
                .findOne();
    }

    /**
     * Some candidates, the newest first.
     *
     * @param state that they are in; empty for any
     * @param before this number
     */
    public List<Standing> page(String state, int before, int limit) {
        return state.isEmpty() || state.equals("labelled") ? newest(state, before, limit) : rare(state, before, limit);
    }

    /** Of a state that most are in: the newest are gone through. */
    private List<Standing> newest(String state, int before, int limit) {
        return handle.createQuery("""
                        select c.*, s.state from candidate c join candidate_state s on s.id = c.id
                        where c.id < :before and (:state = '' or s.state = :state)
                        order by c.id desc limit :limit
                        """)
                .bind("state", state)
                .bind("before", before)
                .bind("limit", limit)
                .map((rs, ctx) -> new Standing(candidate(rs), rs.getString("state")))
                .list();
    }

    /** Of a state that few are in, or none: those alone are gone through that have a job or a place in a queue by which they may be. */
    private List<Standing> rare(String state, int before, int limit) {
        String whoMayBe =
                switch (state) {
                    case "held" ->
                        "select candidate_id from held where candidate_id < :before order by candidate_id desc";
                    case "failed" -> withJobs("'FAILED', 'CANCELLED'");
                    default -> withJobs("'PENDING', 'RUNNING'");
                };
        List<Integer> ids = handle.createQuery(whoMayBe)
                .bind("before", before)
                .mapTo(Integer.class)
                .list();
        return ids.stream()
                .flatMap(id -> standing(id).stream())
                .filter(standing -> standing.state().equals(state))
                .limit(limit)
                .toList();
    }

    /** The words for their subjects keep H2 from going through the jobs of all candidates in place of those in a few states. */
    private static String withJobs(String states) {
        return "select distinct subject_id from job where state in (" + states
                + ") and coalesce(subject_kind, '') = 'candidate' and coalesce(subject_id, 0) < :before"
                + " order by subject_id desc";
    }

    public List<Candidate> all() {
        return handle.createQuery("select * from candidate order by id")
                .map((rs, ctx) -> candidate(rs))
                .list();
    }

    /**
     * The newest so many at a temperature that have an energy as they were proposed, of the version that made the last of them; oldest first.
     */
    public List<Candidate> newestProposed(Kelvin t, int limit) {
        Optional<Candidate> newest =
                newestProposed(t, 1, Optional.empty()).stream().findFirst();
        return newest.map(last -> newestProposed(t, limit, Optional.of(versionOrNone(last.modelVersion()))))
                .orElse(List.of());
    }

    /**
     * The newest so many at a temperature that have an energy as one version proposed them; oldest first.
     *
     * @param modelVersion 0 for those that nothing learned has proposed
     */
    public List<Candidate> newestProposedBy(int modelVersion, Kelvin t, int limit) {
        return newestProposed(t, limit, Optional.of(modelVersion));
    }

    private List<Candidate> newestProposed(Kelvin t, int limit, Optional<Integer> version) {
        List<Candidate> newestFirst = handle.createQuery("""
                        select * from candidate
                        where temperature_k = :t and proposal_energy_ev is not null
                          and (:any or coalesce(model_version, 0) = :version)
                        order by id desc limit :limit
                        """)
                .bind("t", t.value())
                .bind("any", version.isEmpty())
                .bind("version", version.orElse(0))
                .bind("limit", limit)
                .map((rs, ctx) -> candidate(rs))
                .list();
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** 0 where nothing learned has proposed. */
    private static int versionOrNone(@Nullable Integer modelVersion) {
        return modelVersion == null ? 0 : modelVersion;
    }

    /** The first of a round, or of the next one that there is; its number, and those of rounds, rise together. Above all where there is none. */
    public int firstOfRound(int round) {
        return handle.createQuery("select min(id) from candidate where round >= :round")
                .bind("round", round)
                .mapTo(Integer.class)
                .findOne()
                .orElse(Integer.MAX_VALUE);
    }

    /** This one and later ones. */
    public List<Candidate> since(int first) {
        return handle.createQuery("select * from candidate where id >= :first order by id")
                .bind("first", first)
                .map((rs, ctx) -> candidate(rs))
                .list();
    }

    /** The round of the newest candidate; 0 before the first. */
    public int newestRound() {
        return handle.createQuery("select coalesce(max(round), 0) from candidate")
                .mapTo(Integer.class)
                .one();
    }

    /** How many there are: they are numbered from 1 without gaps. */
    public int count() {
        return handle.createQuery("select coalesce(max(id), 0) from candidate")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * How many candidates one version has proposed at each temperature.
     *
     * @param modelVersion null for those that nothing learned has proposed
     */
    public Map<Kelvin, Integer> countByTemperature(@Nullable Integer modelVersion) {
        return tallies.now(handle, versionOrNone(modelVersion));
    }

    /** How many proposals of a version failed at each temperature. */
    public Map<Kelvin, Integer> failedProposals(int modelVersion) {
        return handle.createQuery("""
                        select c.temperature_k, count(*) as n
                        from candidate c join job j on j.subject_kind = 'candidate' and j.subject_id = c.id
                        where c.model_version = :version and j.step = 'propose' and j.state = 'FAILED'
                        group by c.temperature_k order by c.temperature_k
                        """).bind("version", modelVersion).reduceRows(new TreeMap<>(), CandidateTable::count);
    }

    private static TreeMap<Kelvin, Integer> count(TreeMap<Kelvin, Integer> counts, RowView row) {
        counts.put(Kelvin.of(row.getColumn("temperature_k", Double.class)), row.getColumn("n", Integer.class));
        return counts;
    }

    /** The state of each candidate, by its word. */
    public Map<Integer, String> states() {
        return handle.createQuery("select id, state from candidate_state order by id")
                .reduceRows(new TreeMap<>(), (map, row) -> {
                    map.put(row.getColumn("id", Integer.class), row.getColumn("state", String.class));
                    return map;
                });
    }

    /** Candidates of a round that are neither labelled nor failed, nor held until another version is in office. */
    public int openInRound(int round) {
        return handle.createQuery("""
                        select count(*) from candidate_state
                        where round = :round and state not in ('labelled', 'failed', 'held')
                        """).bind("round", round).mapTo(Integer.class).one();
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
                SubjectTable.file(rs, "inherent"),
                (Double) rs.getObject("inherent_energy_ev"));
    }
}
