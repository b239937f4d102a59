package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Backups;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoreFile;

/** A campaign whose machine went down: its runner has not signed out. */
class StoreRescueTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path dir;

    private CampaignFolder folder;
    private StoreFile store;
    private Backups backups;

    @BeforeEach
    void a_campaign_with_two_events_in_its_backup_and_five_in_its_store() throws IOException {
        folder = new CampaignFolder(dir);
        store = new StoreFile(dir);
        backups = new Backups(dir);
        try (ShellNight night = new ShellNight(dir, "exit 0", 1)) {
            ProcessIdentity dead = ProcessIdentity.ofThisJvm();
            night.store.inTransaction(tx -> {
                tx.runners().insert("dead", dead.host(), Integer.MAX_VALUE, 1, 1);
                return null;
            });
            happens(night.store, 2);
            backups.take(night.store);
            happens(night.store, 3);
        }
        log();
    }

    private static void happens(Store store, int events) {
        for (int k = 0; k < events; k++) {
            store.inTransaction(tx -> {
                tx.events().append(Event.Level.INFO, "label", Map.of("cand", "c0001", "ok", ""));
                return null;
            });
        }
    }

    private Store open() {
        return Store.open(Store.urlInside(dir), "sa", "", CLOCK);
    }

    private long events() {
        return store.read().orElseThrow().events();
    }

    private void log() {
        try (Store open = open();
                RouteLog log = new RouteLog(folder.log(), open, false, event -> {})) {
            log.catchUp();
        }
    }

    private Mended mend() {
        return new StoreRescue(folder, CLOCK).mend();
    }

    private void tear(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, bytes));
    }

    @Test
    void a_store_that_is_whole_is_left_as_it_is() {
        long before = events();

        assertThat(mend()).isEqualTo(new Mended(java.util.Optional.empty(), false));

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void one_that_cannot_be_read_is_kept_aside_and_its_backup_takes_its_place() throws IOException {
        long backedUp = backups.newestFirst().get(0).events();
        tear(store.path(), 5000);
        byte[] torn = Files.readAllBytes(store.path());

        Mended.Restored restored = mend().restored().orElseThrow();

        assertThat(events()).isEqualTo(backedUp);
        assertThat(dir.resolve(restored.kept())).hasBinaryContent(torn);
    }

    @Test
    void one_that_opens_empty_is_not_taken_for_a_new_campaign() throws IOException {
        tear(store.path(), 0);

        assertThat(mend().restored()).isPresent();

        assertThat(events()).isEqualTo(backups.newestFirst().get(0).events());
    }

    @Test
    void one_that_is_gone_comes_back() throws IOException {
        Files.delete(store.path());

        assertThat(mend().restored().orElseThrow().kept()).isEqualTo("none");

        assertThat(store.read()).isPresent();
    }

    @Test
    void a_backup_that_does_not_hold_is_passed_over() throws IOException {
        tear(backups.newestFirst().get(0).file(), 100);
        tear(store.path(), 5000);

        assertThatThrownBy(this::mend)
                .isInstanceOf(TornStoreException.class)
                .hasMessageContaining("no backup of it that holds")
                .hasMessageContaining("Recover");
        assertThat(Files.size(store.path())).isEqualTo(5000);
    }

    @Test
    void a_torn_file_that_rows_name_leads_back_to_the_backup_before_it() throws IOException {
        CampaignFiles files = new CampaignFiles(dir);
        try (Store open = open()) {
            var late = files.writeText("structures/late.extxyz", "whole");
            open.inTransaction(tx -> tx.subjects().insertBasin(late));
        }
        Files.writeString(dir.resolve("structures/late.extxyz"), "who");

        assertThat(mend().restored().orElseThrow().why()).contains("late.extxyz");

        assertThat(events()).isEqualTo(backups.newestFirst().get(0).events());
    }

    @Test
    void the_log_is_a_prefix_of_the_events_again_and_what_was_lost_is_counted() throws IOException {
        tear(store.path(), 5000);
        Mended mended = mend();
        try (Store open = open()) {
            new Reconciliation(folder.log(), new UnknownWork(dir, places()), CLOCK).of(open, mended);

            assertThat(LogPrefix.of(folder.log(), open).fault()).isNull();
            List<Event> all = open.inTransaction(tx -> tx.events().after(0, 100));
            Event last = all.get(all.size() - 1);
            assertThat(last.step()).isEqualTo("restore");
            assertThat(last.fields()).containsEntry("lines", "3").containsEntry("labels", "3");
        }
    }

    @Test
    void a_calculation_that_the_store_does_not_know_is_ended_and_one_that_it_knows_goes_on() throws Exception {
        LocalLauncher launcher = new LocalLauncher();
        try (Store open = open()) {
            Job known = open.inTransaction(
                    tx -> tx.jobs().claim(Step.MINIMISE, 1, "dead").get(0));
            Path own = dir.resolve(known.claimedWorkDir());
            String unknown = "0123abcd-4567-89ab-cdef-0123456789ab";
            Path other = dir.resolve("work/01/23abcd456789abcdef0123456789ab");
            Command sleep = new Command(List.of("sleep", "60"));
            launcher.start(known.claimedToken(), sleep, own, Duration.ofMinutes(1));
            launcher.start(unknown, sleep, other, Duration.ofMinutes(1));

            assertThat(new UnknownWork(dir, places()).end(open)).isEqualTo(1);

            assertThat(launcher.look(unknown, other)).isNotInstanceOf(State.Running.class);
            assertThat(launcher.look(known.claimedToken(), own)).isInstanceOf(State.Running.class);
            launcher.end(known.claimedToken(), own, Duration.ofSeconds(1), org.nocturne.core.work.Cause.CANCELLED);
        }
    }

    private Workplaces places() {
        return Workplaces.of(new Workplace(
                new ShellNight.Shell(ShellNight.METHOD, "exit 0"),
                new LocalLauncher(),
                Duration.ofMinutes(1),
                org.nocturne.learning.loop.RetryPlan.none(),
                1,
                Duration.ZERO));
    }
}
