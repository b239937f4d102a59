package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.nocturne.core.structure.Kelvin;

/**
 * Counts candidates by who proposed them and for which temperature, without reading them all: neither ever changes, and they are numbered
 * from 1 without gaps, so that a count reads those alone that have come since what is kept was last brought forward.
 */
final class ProposalTallies {
    /** Further candidates, beyond which a count would become slow. */
    private static final int MOST_FURTHER = 200;

    private record Source(int modelVersion, Kelvin temperature) {}

    private record Kept(int last, Map<Source, Integer> counts) {}

    private volatile Kept kept = new Kept(0, Map.of());
    private volatile boolean isFarBehind;

    /**
     * As the transaction of this handle sees it.
     *
     * @param modelVersion 0 for those that nothing learned has proposed
     */
    Map<Kelvin, Integer> now(Handle handle, int modelVersion) {
        Kept before = kept;
        Kept present = read(handle, before);
        isFarBehind |= present.last() - before.last() > MOST_FURTHER;
        Map<Kelvin, Integer> out = new TreeMap<>();
        present.counts().forEach((source, count) -> {
            if (source.modelVersion() == modelVersion) {
                out.put(source.temperature(), count);
            }
        });
        return out;
    }

    /** Brings forward what is kept, where the last count has read far; for between transactions. */
    void keepUp(Jdbi jdbi) {
        if (isFarBehind) {
            isFarBehind = false;
            kept = jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> read(handle, kept));
        }
    }

    private static Kept read(Handle handle, Kept before) {
        Map<Source, Integer> counts = new HashMap<>(before.counts());
        int last = handle.createQuery("""
                        select coalesce(model_version, 0) as version, temperature_k, count(*) as n, max(id) as last
                        from candidate where id > :last group by coalesce(model_version, 0), temperature_k
                        """)
                .bind("last", before.last())
                .map((rs, ctx) -> add(counts, rs))
                .reduce(before.last(), Math::max);
        return new Kept(last, Map.copyOf(counts));
    }

    private static int add(Map<Source, Integer> counts, ResultSet rs) throws SQLException {
        Source source = new Source(rs.getInt("version"), Kelvin.of(rs.getDouble("temperature_k")));
        counts.merge(source, rs.getInt("n"), Integer::sum);
        return rs.getInt("last");
    }
}
