package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;

/** Specimens, their labels by the two codes, and the rounds of which they have been taken. */
public final class SpecimenTable {
    private final Handle handle;

    SpecimenTable(Handle handle) {
        this.handle = handle;
    }

    /** Whose label it is. */
    public enum By {
        OWN,
        SECOND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A label of a specimen; the forces lie in the file. */
    public record SpecimenLabel(int specimen, By by, Method method, double energyEv, StoredFile file) {}

    public int count() {
        return handle.createQuery("select count(*) from specimen")
                .mapTo(Integer.class)
                .one();
    }

    public void insert(Specimen specimen) {
        handle.createUpdate("""
                        insert into specimen (id, origin, round, temperature_k, candidate_id, atom, compared, file, sha256)
                        values (:id, :origin, :round, :t, :candidate, :atom, :compared, :file, :sha)
                        """)
                .bind("id", specimen.id())
                .bind("origin", specimen.origin().word())
                .bind("round", specimen.round())
                .bind("t", specimen.temperature().value())
                .bind("candidate", specimen.candidate())
                .bind("atom", specimen.atom())
                .bind("compared", specimen.compared())
                .bind("file", specimen.file().path())
                .bind("sha", specimen.file().sha256())
                .execute();
    }

    /** Puts the thermal frame of a small cell in place of what its replica started from. */
    public void sampled(int id, StoredFile frame) {
        handle.createUpdate("update specimen set file = :file, sha256 = :sha where id = :id")
                .bind("file", frame.path())
                .bind("sha", frame.sha256())
                .bind("id", id)
                .execute();
    }

    public Optional<Specimen> find(int id) {
        return handle.createQuery("select * from specimen where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> specimen(rs))
                .findOne();
    }

    public List<Specimen> all() {
        return handle.createQuery("select * from specimen order by id")
                .map((rs, ctx) -> specimen(rs))
                .list();
    }

    public void label(int specimen, By by, Method method, long jobId, double energyEv, StoredFile file) {
        handle.createUpdate("""
                        insert into specimen_label (specimen_id, code, method_id, job_id, energy_ev, file, sha256)
                        values (:specimen, :code, :method, :job, :energy, :file, :sha)
                        """)
                .bind("specimen", specimen)
                .bind("code", by.word())
                .bind("method", method.id())
                .bind("job", jobId)
                .bind("energy", energyEv)
                .bind("file", file.path())
                .bind("sha", file.sha256())
                .execute();
    }

    /** Gives a specimen the label that the candidate's frame, which it is, has already by this method. */
    public void labelledAs(int specimen, long frameId, String methodId) {
        handle.createUpdate("""
                        insert into specimen_label (specimen_id, code, method_id, job_id, energy_ev, file, sha256)
                        select :specimen, :code, l.method_id, l.job_id, l.energy_ev, f.file, f.sha256
                        from label l join frame f on f.id = l.frame_id
                        where l.frame_id = :frame and l.method_id = :method
                        """)
                .bind("specimen", specimen)
                .bind("code", By.OWN.word())
                .bind("frame", frameId)
                .bind("method", methodId)
                .execute();
    }

    /** All labels, those of one specimen together, the own code's first. */
    public List<SpecimenLabel> labels() {
        return handle.createQuery("""
                        select l.specimen_id, l.code, l.energy_ev, l.file, l.sha256,
                               m.code as method_code, m.version, m.potential, m.settings
                        from specimen_label l join method m on m.id = l.method_id
                        order by l.specimen_id, l.code
                        """)
                .map((rs, ctx) -> new SpecimenLabel(
                        rs.getInt("specimen_id"),
                        By.valueOf(rs.getString("code").toUpperCase(Locale.ROOT)),
                        new Method(
                                rs.getString("method_code"),
                                rs.getString("version"),
                                rs.getString("potential"),
                                rs.getString("settings")),
                        rs.getDouble("energy_ev"),
                        new StoredFile(rs.getString("file"), rs.getString("sha256"))))
                .list();
    }

    public Optional<SpecimenLabel> label(int specimen, By by) {
        return labels().stream()
                .filter(label -> label.specimen() == specimen && label.by() == by)
                .findFirst();
    }

    /** How many specimens are compared, wait for a code, or have failed for good, by these words. */
    public Map<String, Integer> countByState() {
        return handle.createQuery("""
                        select state, count(*) as n
                        from (select case
                                         when exists (select 1 from specimen_label l
                                                      where l.specimen_id = s.id and l.code = 'second') then 'compared'
                                         when exists (select 1 from job j
                                                      where j.subject_kind = 'specimen' and j.subject_id = s.id
                                                        and j.state in ('PENDING', 'RUNNING')) then 'open'
                                         else 'failed'
                                     end as state
                              from specimen s) states
                        group by state order by state
                        """).reduceRows(new TreeMap<>(), (map, row) -> {
            map.put(row.getColumn("state", String.class), row.getColumn("n", Integer.class));
            return map;
        });
    }

    /** The last round of which specimens have been taken; 0 before the first. */
    public int lastRound() {
        return handle.createQuery("select coalesce(max(round), 0) from audited_round")
                .mapTo(Integer.class)
                .one();
    }

    public void roundIsDone(int round) {
        handle.createUpdate("insert into audited_round (round) values (:round)")
                .bind("round", round)
                .execute();
    }

    private static Specimen specimen(ResultSet rs) throws SQLException {
        return new Specimen(
                rs.getInt("id"),
                Specimen.Origin.ofWord(rs.getString("origin")),
                rs.getInt("round"),
                Kelvin.of(rs.getDouble("temperature_k")),
                (Integer) rs.getObject("candidate_id"),
                (Integer) rs.getObject("atom"),
                rs.getInt("compared"),
                new StoredFile(rs.getString("file"), rs.getString("sha256")));
    }
}
