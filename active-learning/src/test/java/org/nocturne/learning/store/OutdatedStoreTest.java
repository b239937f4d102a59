package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.crash.CrashPoint;

/** The H2 store of a campaign that an earlier Nocturne began. */
class OutdatedStoreTest {
    private static final String BEFORE_VERDICTS = "10";
    private static final String NEWEST = "15";

    @TempDir
    Path dir;

    @BeforeEach
    void a_store_of_version_10_with_a_campaign() throws Exception {
        Flyway.configure()
                .dataSource(Store.urlInside(dir), "sa", "")
                .locations("classpath:org/nocturne/learning/store/migration")
                .javaMigrations(new QuartzTables(false))
                .target(BEFORE_VERDICTS)
                .load()
                .migrate();
        execute("insert into campaign (id, name, configuration, sha256, created_at, state)"
                + " values (1, 'night', 'name: night', 'h', '2026-01-01T00:00:00Z', 'RUNNING')");
    }

    @Test
    void it_is_brought_up_to_date_with_all_that_it_holds_and_the_old_one_is_kept() throws Exception {
        Store.openInside(dir, Clock.systemUTC()).close();

        assertThat(campaigns(dir)).containsExactly("night");
        assertThat(versions(dir)).endsWith(NEWEST);
        Path before = Files.createDirectory(dir.resolve("before"));
        Files.copy(dir.resolve("store.mv.db.version-10"), before.resolve("store.mv.db"));
        assertThat(versions(before)).endsWith(BEFORE_VERDICTS);
        assertThat(campaigns(before)).containsExactly("night");
    }

    /** H2 commits each change of a table by itself: what is done in place stays half done. */
    @Test
    void a_change_of_tables_that_ends_in_the_middle_leaves_it_as_it_was() throws Exception {
        execute("create table tidied_work (id integer)"); // in the way of the second half of version 11

        assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("brought up to date");
        assertThat(versions(dir)).endsWith(BEFORE_VERDICTS);

        execute("drop table tidied_work");
        Store.openInside(dir, Clock.systemUTC()).close();

        assertThat(campaigns(dir)).containsExactly("night");
        assertThat(versions(dir)).endsWith(NEWEST);
    }

    @Test
    void a_runner_that_dies_before_the_new_one_has_its_place_leaves_the_old_one() throws Exception {
        CrashPoint.watch(point -> {
            if (point == CrashPoint.STORE_ASIDE) {
                throw new IllegalStateException("dead");
            }
        });
        assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC())).hasMessage("dead");
        assertThat(versions(dir)).endsWith(BEFORE_VERDICTS);
        CrashPoint.watch(point -> {});

        Store.openInside(dir, Clock.systemUTC()).close();

        assertThat(versions(dir)).endsWith(NEWEST);
        assertThat(campaigns(dir)).containsExactly("night");
    }

    /** An older Nocturne would not know what it leaves out. */
    @Test
    void one_of_a_newer_nocturne_is_refused_and_left_alone() throws Exception {
        Store.openInside(dir, Clock.systemUTC()).close();
        execute(
                "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"installed_by\", \"execution_time\", \"success\") values (99, '99', 'later', 'SQL', 'V99__later.sql', 'sa', 1, true)");

        assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a newer Nocturne")
                .hasMessageContaining("99");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(Store.urlInside(dir), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> campaigns(Path dir) throws SQLException {
        return column(dir, "select name from campaign");
    }

    private static List<String> versions(Path dir) throws SQLException {
        return column(
                dir,
                "select \"version\" from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"");
    }

    private static List<String> column(Path dir, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(Store.urlInside(dir), "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @AfterEach
    void watchNoMore() {
        CrashPoint.watch(point -> {});
    }
}
