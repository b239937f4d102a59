package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;

/** A store that was used as meant breaks no invariant; one row altered by hand breaks the one that is about it. */
class InvariantTest {
    private static final StoredFile FILE = new StoredFile("frames/x.extxyz", "0".repeat(64));
    private static final Method METHOD = new Method("lammps", "1", "sw", "");
    private static final Effort EFFORT = new Effort(Duration.ofSeconds(3), 1);

    @TempDir
    Path dir;

    private Store store;

    @BeforeEach
    void a_candidate_that_was_labelled_and_one_that_runs() {
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
        store.inTransaction(tx -> {
            tx.campaign().insert("sound", "", "", "", tx.now());
            tx.runners().insert("runner", "host", 1, 1, 2);
            for (int id = 1; id <= 2; id++) {
                tx.candidates().insert(id, 1, Kelvin.of(300), null, 7L, FILE);
                tx.jobs().enqueue(Subject.candidate(id), Step.RELAX);
                happened(tx, "propose");
            }
            Job relax = tx.jobs().claim(Step.RELAX, 1, "runner").get(0);
            tx.jobs().end(relax, Job.State.DONE, null, null, METHOD, EFFORT);
            tx.frames().insert(relax.subject(), 0, Role.CANDIDATE, Kelvin.of(300), FILE);
            tx.jobs().enqueue(relax.subject(), Step.LABEL);
            happened(tx, "relax");
            Job label = tx.jobs().claim(Step.LABEL, 1, "runner").get(0);
            tx.jobs().end(label, Job.State.DONE, null, null, METHOD, EFFORT);
            tx.frames().label(tx.frames().idOf(label.subject(), 0), METHOD, label.id(), -1, 0);
            happened(tx, "label");
            for (int k = 1; k <= 2; k++) {
                tx.budgets().grant(new Grant(null, null, 50, null, 1024), "campaign");
                happened(tx, "budget");
            }
            tx.pauses().begin(3, 1024);
            happened(tx, "disk");
            tx.pauses().end();
            happened(tx, "disk");
            return tx.jobs().claim(Step.RELAX, 1, "runner");
        });
    }

    private static void happened(Transaction tx, String step) {
        tx.events().append(Event.Level.INFO, step, Map.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Map<Invariant, List<String>> broken() {
        return store.inTransaction(tx -> tx.invariants().broken());
    }

    @Test
    void nothing_is_broken() {
        assertThat(broken()).isEmpty();
        List<StoredFile> files = store.inTransaction(tx -> tx.invariants().files());
        assertThat(files).containsExactly(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROVENANCE              | update job set token = null where step = 'label'",
                "PROVENANCE              | update job set method_id = null where step = 'label'",
                "ONE_LABEL               | alter table label drop primary key; insert into label select * from label",
                "DONE_ONCE               | insert into job (subject_kind, subject_id, step, attempt, state, method_id, created_at) select subject_kind, subject_id, step, 2, state, method_id, created_at from job where step = 'relax' and state = 'DONE'",
                "ONE_OPEN_ATTEMPT        | insert into job (subject_kind, subject_id, step, attempt, state, created_at) select subject_kind, subject_id, step, 2, 'PENDING', created_at from job where state = 'RUNNING'",
                "ATTEMPTS_WITHOUT_GAPS   | update job set attempt = 3 where state = 'RUNNING'",
                "RUNNER_OF_A_RUNNING_JOB | update runner set ended_at = began_at",
                "RESULT_OF_A_DONE_JOB    | delete from label",
                "ONE_RUN                 | insert into shared_run (job_id, token, place) select id, 't', 1 from job where step = 'label'",
                "JOBS_OF_A_CANDIDATE     | delete from job where state = 'RUNNING'",
                "EVENT_OF_AN_ENDED_JOB   | delete from event where step = 'label'",
                "EFFORT_OF_AN_ENDED_JOB  | delete from effort",
                "EFFORT_OF_AN_ENDED_JOB  | update effort set seconds = -1",
                "EFFORT_OF_AN_ENDED_JOB  | insert into effort (job_id, seconds, cores) select id, 1, 1 from job where state = 'RUNNING'",
                "GRANTS_IN_ORDER         | update budget set granted_at = timestamp '2030-01-01 00:00:00' where id = 1",
                "GRANTS_IN_ORDER         | delete from budget where id = 1",
                "EVENT_OF_A_TEMPERATURE  | insert into added_temperature (kelvin, added_at) values (450, current_timestamp)",
                "PAUSES_IN_ORDER         | delete from pause",
                "PAUSES_IN_ORDER         | update pause set ended_at = null",
                "EVENT_OF_A_CANDIDATE    | insert into event (at, level, step, fields) values (current_timestamp, 'INFO', 'propose', '{}')",
                "EVENT_OF_A_SPECIMEN     | insert into event (at, level, step, fields) values (current_timestamp, 'INFO', 'choose', '{}')",
                "EVENT_OF_A_TASK         | insert into event (at, level, step, fields) values (current_timestamp, 'INFO', 'task', '{}')",
                "EVENT_OF_A_TASK         | insert into pipeline_log (work_dir, read_bytes, core_seconds) values ('work/a', 1, 7)",
                "TOLD_OF_WHAT_HAPPENED   | insert into notice (channel, told) values ('mail', 1000)",
                "NOTHING_OPEN_AT_THE_END | update campaign set state = 'finished'",
            })
    void one_row_altered_by_hand_breaks_it(Invariant invariant, String statement) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
        Set<Invariant> alsoMeant = invariant == Invariant.DONE_ONCE
                ? EnumSet.of(Invariant.EVENT_OF_AN_ENDED_JOB, Invariant.RESULT_OF_A_DONE_JOB)
                : Set.of();

        assertThat(broken().keySet()).contains(invariant);
        assertThat(broken().keySet()).allMatch(found -> found == invariant || alsoMeant.contains(found));
    }
}
