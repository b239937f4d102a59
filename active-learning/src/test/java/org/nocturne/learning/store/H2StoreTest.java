package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
    @TempDir
    Path dir;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Store store() {
        return store;
    }

    @Test
    void what_was_committed_is_there_after_reopening() {
        a_candidate_walks_from_proposed_to_labelled();
        store.close();
        open();
        int labels = store.inTransaction(tx -> tx.frames().labels());
        assertThat(labels).isEqualTo(1);
    }

    @Test
    void a_file_that_is_no_store_is_refused_with_its_name() throws Exception {
        Path other = java.nio.file.Files.createDirectory(dir.resolve("other"));
        java.nio.file.Files.writeString(other.resolve("store.mv.db"), "this is not a database");

        assertThatThrownBy(() -> Store.open(Store.urlInside(other), "sa", "", Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("other/store");
    }
}
