package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Candidates that are variants of a library of inherent structures, and that library. */
public final class VariantTable {
    private static final String OF_THE_LIBRARY = """
            select p.basin_id, p.replica_id, b.inherent_file, b.inherent_sha256, b.energy_ev, b.method_id
            from parent p join basin b on b.id = p.basin_id
            """;

    private final Handle handle;

    VariantTable(Handle handle) {
        this.handle = handle;
    }

    /** What a replica has fallen to; it has no inherent structure until it is minimised. */
    public record Parent(
            int basin,
            int replica,
            @Nullable StoredFile inherent,
            double energyEv,
            @Nullable String methodId) {}

    /**
     * A variant.
     *
     * @param start from which the relax step begins; null until the noise is minimised away
     * @param energyOverParentEv at rest after the relax step, per atom; null until it is measured
     * @param newBonds share of its bonds, 0 to 1; null until then too
     */
    public record Variant(
            int candidate,
            int round,
            int parent,
            double sigmaAngstrom,
            @Nullable StoredFile start,
            @Nullable Double startEnergyEv,
            @Nullable Double energyOverParentEv,
            @Nullable Double newBonds) {}

    /** One that has come to rest, beside its parent; the energies are those of the whole cell, by one method. */
    public record Rested(
            int candidate, StoredFile inherent, double energyEv, StoredFile parent, double energyOfParentEv) {}

    public void insertParent(int basin, int replica) {
        handle.createUpdate("insert into parent (basin_id, replica_id) values (:basin, :replica)")
                .bind("basin", basin)
                .bind("replica", replica)
                .execute();
    }

    /** The library in the order of its replicas, whichever came to an end first. */
    public List<Parent> parents() {
        return handle.createQuery(OF_THE_LIBRARY + " order by p.replica_id")
                .map((rs, ctx) -> parent(rs))
                .list();
    }

    public Optional<Parent> parent(int basin) {
        return handle.createQuery(OF_THE_LIBRARY + " where p.basin_id = :basin")
                .bind("basin", basin)
                .map((rs, ctx) -> parent(rs))
                .findOne();
    }

    public void insert(int candidate, int parent, double sigmaAngstrom) {
        handle.createUpdate("""
                        insert into variant (candidate_id, parent_id, sigma_angstrom) values (:candidate, :parent, :sigma)
                        """)
                .bind("candidate", candidate)
                .bind("parent", parent)
                .bind("sigma", sigmaAngstrom)
                .execute();
    }

    /** The noise has been minimised away. */
    public void minimised(int candidate, StoredFile start, double energyEv) {
        handle.createUpdate("""
                        update variant set start_file = :file, start_sha256 = :sha, start_energy_ev = :energy
                        where candidate_id = :candidate
                        """)
                .bind("file", start.path())
                .bind("sha", start.sha256())
                .bind("energy", energyEv)
                .bind("candidate", candidate)
                .execute();
    }

    /** How far it has gone from its parent. */
    public void measured(int candidate, double energyOverParentEv, double newBonds) {
        handle.createUpdate("""
                        update variant set energy_over_parent_ev = :energy, new_bonds = :bonds where candidate_id = :candidate
                        """)
                .bind("energy", energyOverParentEv)
                .bind("bonds", newBonds)
                .bind("candidate", candidate)
                .execute();
    }

    public Optional<Variant> find(int candidate) {
        return handle.createQuery("""
                        select v.*, c.round from variant v join candidate c on c.id = v.candidate_id
                        where v.candidate_id = :candidate
                        """)
                .bind("candidate", candidate)
                .map((rs, ctx) -> variant(rs))
                .findOne();
    }

    public List<Variant> all() {
        return handle.createQuery("""
                        select v.*, c.round from variant v join candidate c on c.id = v.candidate_id order by v.candidate_id
                        """).map((rs, ctx) -> variant(rs)).list();
    }

    /** Variants that have come to rest and have not been measured; their energies and those of their parents are by one method. */
    public List<Rested> unmeasured() {
        return handle.createQuery("""
                        select v.candidate_id, c.inherent_file, c.inherent_sha256, c.inherent_energy_ev,
                               b.inherent_file as parent_file, b.inherent_sha256 as parent_sha256, b.energy_ev
                        from variant v
                        join candidate c on c.id = v.candidate_id
                        join basin b on b.id = v.parent_id
                        where v.new_bonds is null and c.inherent_file is not null
                          and exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id
                                      and j.step = 'relax' and j.state = 'DONE' and j.method_id = b.method_id)
                        order by v.candidate_id
                        """)
                .map((rs, ctx) -> new Rested(
                        rs.getInt("candidate_id"),
                        new StoredFile(rs.getString("inherent_file"), rs.getString("inherent_sha256")),
                        rs.getDouble("inherent_energy_ev"),
                        new StoredFile(rs.getString("parent_file"), rs.getString("parent_sha256")),
                        rs.getDouble("energy_ev")))
                .list();
    }

    private static Parent parent(ResultSet rs) throws SQLException {
        return new Parent(
                rs.getInt("basin_id"),
                rs.getInt("replica_id"),
                SubjectTable.file(rs, "inherent"),
                rs.getDouble("energy_ev"),
                rs.getString("method_id"));
    }

    private static Variant variant(ResultSet rs) throws SQLException {
        return new Variant(
                rs.getInt("candidate_id"),
                rs.getInt("round"),
                rs.getInt("parent_id"),
                rs.getDouble("sigma_angstrom"),
                SubjectTable.file(rs, "start"),
                (Double) rs.getObject("start_energy_ev"),
                (Double) rs.getObject("energy_over_parent_ev"),
                (Double) rs.getObject("new_bonds"));
    }
}
