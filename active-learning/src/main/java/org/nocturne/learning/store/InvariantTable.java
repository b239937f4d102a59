package org.nocturne.learning.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Whether a store is sound, and what files belong to it. */
public final class InvariantTable {
    private final Handle handle;

    InvariantTable(Handle handle) {
        this.handle = handle;
    }

    /** The rows that break an invariant, in words; of those that hold nothing. */
    public Map<Invariant, List<String>> broken() {
        Map<Invariant, List<String>> found = new EnumMap<>(Invariant.class);
        for (Invariant invariant : Invariant.values()) {
            List<String> rows =
                    handle.createQuery(invariant.query()).mapTo(String.class).list();
            if (!rows.isEmpty()) {
                found.put(invariant, rows);
            }
        }
        return found;
    }

    /** The files that the rows of one subject name, with the hashes they had when they were kept. */
    public List<StoredFile> files(Subject subject) {
        return handle.createQuery("""
                        select inherent_file as file, inherent_sha256 as sha256 from basin
                        where :kind = 'basin' and id = :id and inherent_file is not null
                        union select series_file, series_sha256 from replica
                        where :kind = 'replica' and id = :id and series_file is not null
                        union select inherent_file, inherent_sha256 from candidate
                        where :kind = 'candidate' and id = :id and inherent_file is not null
                        union select start_file, start_sha256 from variant
                        where :kind = 'candidate' and candidate_id = :id and start_file is not null
                        union select file, sha256 from frame where subject_kind = :kind and subject_id = :id
                        union select file, sha256 from specimen where :kind = 'specimen' and id = :id
                        union select file, sha256 from specimen_label where :kind = 'specimen' and specimen_id = :id
                        """)
                .bind("kind", subject.kind().word())
                .bind("id", subject.id())
                .map((rs, ctx) -> new StoredFile(rs.getString("file"), rs.getString("sha256")))
                .list();
    }

    /** Every file that a row names, with the hash it had when it was kept; of a version of the model its folder alone is known here. */
    public List<StoredFile> files() {
        return handle.createQuery("""
                        select start_file as file, start_sha256 as sha256 from basin
                        union select inherent_file, inherent_sha256 from basin where inherent_file is not null
                        union select series_file, series_sha256 from replica where series_file is not null
                        union select proposal_file, proposal_sha256 from candidate
                        union select inherent_file, inherent_sha256 from candidate where inherent_file is not null
                        union select start_file, start_sha256 from variant where start_file is not null
                        union select file, sha256 from frame
                        union select file, sha256 from specimen
                        union select file, sha256 from specimen_label
                        union select archive, sha256 from tidied_work where archive is not null
                        order by file
                        """)
                .map((rs, ctx) -> new StoredFile(rs.getString("file"), rs.getString("sha256")))
                .list();
    }
}
