package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.crash.CrashPoint;

/** The H2 store of a folder that has none. */
class NewStoreTest {
    private static final String LEFT = "store.new";

    @TempDir
    Path dir;

    @Test
    void a_store_is_made_with_its_tables_and_nothing_is_left_aside() throws Exception {
        try (Store store = Store.openInside(dir, Clock.systemUTC())) {
            boolean begun = store.inTransaction(tx -> tx.campaign().find().isPresent());
            assertThat(begun).isFalse();
        }
        try (var inside = Files.list(dir)) {
            assertThat(inside.map(file -> file.getFileName().toString())).containsExactly("store.mv.db");
        }
    }

    /** As it was left by one that was killed in the middle: some tables, and no word of them in the history. */
    @Test
    void what_a_killed_runner_left_aside_is_made_anew() throws Exception {
        Path left = Files.createDirectory(dir.resolve(LEFT));
        try (var connection = DriverManager.getConnection(Store.urlInside(left), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table campaign (id integer primary key)");
        }
        assertThatThrownBy(() -> Store.open(Store.urlInside(left), "sa", "", Clock.systemUTC()))
                .as("why it is made aside")
                .isInstanceOf(StoreException.class);

        try (Store store = Store.openInside(dir, Clock.systemUTC())) {
            boolean begun = store.inTransaction(tx -> tx.campaign().find().isPresent());
            assertThat(begun).isFalse();
        }
        assertThat(left).doesNotExist();
    }

    @Test
    void one_that_dies_before_the_store_has_its_name_leaves_a_folder_without() {
        CrashPoint.watch(point -> {
            if (point == CrashPoint.STORE_ASIDE) {
                throw new IllegalStateException("dead");
            }
        });
        try {
            assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC())).hasMessage("dead");
        } finally {
            CrashPoint.watch(point -> {});
        }
        assertThat(new StoreFile(dir).exists()).isFalse();

        Store.openInside(dir, Clock.systemUTC()).close();

        assertThat(new StoreFile(dir).exists()).isTrue();
        assertThat(dir.resolve(LEFT)).doesNotExist();
    }
}
