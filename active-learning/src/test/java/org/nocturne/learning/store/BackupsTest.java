package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.StoreFile.Content;

class BackupsTest {
    @TempDir
    Path dir;

    private Store open(int second) {
        Instant now = Instant.parse("2026-11-29T06:45:00Z").plusSeconds(second);
        return Store.open(Store.urlInside(dir), "sa", "", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void begin(Store store) {
        store.inTransaction(tx -> {
            tx.campaign().insert("backed-up", "", "", "", tx.now());
            tx.runners().insert("one", "host", 1, 1, 1);
            return null;
        });
    }

    private static void happens(Store store, int events) {
        for (int k = 0; k < events; k++) {
            store.inTransaction(tx -> {
                tx.events().append(Event.Level.INFO, "run", Map.of("said", "x".repeat(200)));
                return null;
            });
        }
    }

    @Test
    void what_was_committed_before_it_was_taken_comes_back_while_the_store_goes_on() throws IOException {
        Backups backups = new Backups(dir);
        try (Store store = open(0)) {
            begin(store);
            happens(store, 7);

            Backup taken = backups.take(store).orElseThrow();

            assertThat(taken.events()).isEqualTo(7);
            assertThat(taken.holds()).isTrue();
            happens(store, 5);
        }
        StoreFile file = new StoreFile(dir);
        assertThat(file.read()).contains(new Content(12, true, false));
        Path kept = file.setAside("torn");

        backups.restore(backups.newestFirst().get(0));

        assertThat(file.read()).contains(new Content(7, true, false));
        assertThat(kept).exists();
    }

    @Test
    void none_is_taken_where_nothing_has_happened_and_three_are_kept() throws IOException {
        Backups backups = new Backups(dir);
        for (int k = 1; k <= 5; k++) {
            try (Store store = open(k)) {
                if (k == 1) {
                    begin(store);
                }
                happens(store, 1);
                assertThat(backups.take(store)).isPresent();
                assertThat(backups.take(store)).isEmpty();
            }
        }

        assertThat(backups.newestFirst()).extracting(Backup::events).containsExactly(5L, 4L, 3L);
    }

    @Test
    void one_whose_tail_is_gone_does_not_hold() throws IOException {
        Backups backups = new Backups(dir);
        try (Store store = open(0)) {
            begin(store);
            Backup taken = backups.take(store).orElseThrow();
            byte[] bytes = Files.readAllBytes(taken.file());
            Files.write(taken.file(), Arrays.copyOf(bytes, bytes.length - 1), StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(taken.holds()).isFalse();
        }
    }

    @Test
    void to_look_at_a_store_changes_nothing_of_it() throws IOException {
        try (Store store = open(0)) {
            begin(store);
            happens(store, 3);
        }
        StoreFile file = new StoreFile(dir);
        byte[] before = Files.readAllBytes(file.path());
        List<String> there = names();

        assertThat(file.read()).contains(new Content(3, true, false));

        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
        assertThat(names()).isEqualTo(there);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(dir)) {
            return all.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void one_without_its_head_is_told_as_one_that_cannot_be_read() throws IOException {
        try (Store store = open(0)) {
            begin(store);
        }
        StoreFile file = new StoreFile(dir);
        byte[] bytes = Files.readAllBytes(file.path());
        Arrays.fill(bytes, 0, 8192, (byte) 0);
        Files.write(file.path(), bytes);

        assertThat(file.read()).isEmpty();
    }
}
