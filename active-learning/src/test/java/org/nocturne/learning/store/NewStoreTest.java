package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.crash.CrashPoint;

/** The H2 store of a folder that has none. */
class NewStoreTest {
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

    /** Why it is made aside: this is what a runner leaves that is killed in the middle. */
    @Test
    void a_store_with_some_of_its_tables_does_not_open() throws Exception {
        try (var connection = DriverManager.getConnection(Store.urlInside(dir), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table campaign (id integer primary key)");
        }

        assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC())).isInstanceOf(StoreException.class);
    }

    @Test
    void one_that_dies_before_the_store_has_its_name_leaves_a_folder_without() {
        at(CrashPoint.STORE_ASIDE, () -> {
            throw new IllegalStateException("dead");
        });
        assertThatThrownBy(() -> Store.openInside(dir, Clock.systemUTC())).hasMessage("dead");
        assertThat(new StoreFile(dir).exists()).isFalse();

        Store.openInside(dir, Clock.systemUTC()).close();

        assertThat(new StoreFile(dir).exists()).isTrue();
    }

    @Test
    void a_store_that_another_process_has_made_meanwhile_is_kept() {
        at(CrashPoint.STORE_ASIDE, () -> {
            try (Store other = Store.openInside(dir, Clock.systemUTC())) {
                other.inTransaction(tx -> {
                    tx.campaign().insert("night", "name: night", "0".repeat(64), "f", tx.now());
                    return null;
                });
            }
        });

        try (Store store = Store.openInside(dir, Clock.systemUTC())) {
            boolean begun = store.inTransaction(tx -> tx.campaign().find().isPresent());
            assertThat(begun).as("what the other one wrote").isTrue();
        }
    }

    /** The first time that it is passed. */
    private static void at(CrashPoint wanted, Runnable then) {
        AtomicBoolean first = new AtomicBoolean(true);
        CrashPoint.watch(point -> {
            if (point == wanted && first.getAndSet(false)) {
                then.run();
            }
        });
    }

    @AfterEach
    void watchNoMore() {
        CrashPoint.watch(point -> {});
    }
}
