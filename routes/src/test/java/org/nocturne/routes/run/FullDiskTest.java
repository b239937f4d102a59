package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.State;
import org.nocturne.routes.cli.step.CommandRun;

/** True campaigns on a file system of 24 MB that somebody else fills. */
@Tag("lammps")
@Tag("slow")
class FullDiskTest {
    private static final long BLOCK = 1 << 16;

    @TempDir
    Path dir;

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(dir.resolve("disk"));
        int code = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        Assumptions.assumeTrue(code == 0, "a tmpfs cannot be mounted by this user here: exit code " + code);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private int run(String... command) throws Exception {
        LocalLauncher launcher = new LocalLauncher();
        Path work = Files.createTempDirectory(dir, "run");
        String token = "mount-" + System.nanoTime();
        launcher.start(token, new Command(List.of(command)), work, Duration.ofSeconds(30));
        State state = launcher.look(token, work);
        while (state.ending().isEmpty()) {
            Thread.sleep(20);
            state = launcher.look(token, work);
        }
        return state.ending().map(Finished::exitCode).orElseThrow();
    }

    private Path folder() {
        return disk.resolve("small");
    }

    private Child begin() throws Exception {
        return Child.start(
                dir, "run", SmallCampaign.write(dir).toString(), "--dir", folder().toString(), "--keep-free-mb", "8");
    }

    private void await(Child runner, Predicate<String> log) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        Path file = folder().resolve("route.log");
        while (!(Files.exists(file) && log.test(Files.readString(file)))) {
            assertThat(runner.isAlive() && System.nanoTime() < deadline)
                    .as(runner.output())
                    .isTrue();
            Thread.sleep(20);
        }
    }

    /** Leaves so many bytes. */
    private void fill(long left) throws Exception {
        byte[] block = new byte[(int) BLOCK];
        try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (Files.getFileStore(disk).getUsableSpace() >= left + BLOCK) {
                filler.write(block);
            }
        }
    }

    private void free() throws Exception {
        Files.delete(disk.resolve("filler"));
    }

    private void assertCompleteAndSound() throws Exception {
        Status status = StatusReader.read(new CampaignFolder(folder()));
        assertThat(status.state()).isEqualTo("finished");
        assertThat(status.labels()).isEqualTo(SmallCampaign.LABELS);
        CommandRun verified = CommandRun.of("verify", folder().toString());
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(folder().resolve("store.trace.db"))
                .as("what H2 complains of")
                .doesNotExist();
    }

    @Test
    void a_campaign_whose_disk_gets_full_pauses_and_completes_once_there_is_room() throws Exception {
        Child runner = begin();
        await(runner, log -> log.contains(" replica "));
        fill(4 << 20);
        await(runner, log -> log.contains(" disk     campaign=small full "));
        await(
                runner,
                log -> StatusReader.read(new CampaignFolder(folder())).jobs().get("RUNNING") == 0);
        Status waiting = StatusReader.read(new CampaignFolder(folder()));
        assertThat(waiting.state()).isEqualTo("running");
        assertThat(waiting.budget().pausedSince()).isNotNull();
        Thread.sleep(2000);
        assertThat(StatusReader.read(new CampaignFolder(folder())).jobs())
                .as("nothing has been begun")
                .isEqualTo(waiting.jobs());

        free();

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(Files.readString(folder().resolve("route.log"))).contains(" disk     campaign=small room ");
        assertCompleteAndSound();
    }

    /** Not a byte is left: the runner waits, or its store has closed itself, by where the last free bytes lay. Nothing is lost by either. */
    @Test
    void a_campaign_whose_disk_is_filled_to_the_last_byte_completes_once_there_is_room() throws Exception {
        Child runner = begin();
        await(runner, log -> log.lines().filter(l -> l.contains(" replica ")).count() == 3);
        fill(0);
        Thread.sleep(10_000);
        free();

        if (runner.exitCode() != 0) {
            assertThat(runner.exitCode()).as(runner.output()).isEqualTo(7);
            assertThat(runner.output())
                    .contains("the store cannot be written any more", "nothing that was committed is lost")
                    .contains("'nocturne resume " + folder() + "'");
            CommandRun verified = CommandRun.of("verify", folder().toString());
            assertThat(verified.code()).as(verified.output()).isZero();
            runner = Child.start(dir, "resume", folder().toString());
        }
        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertCompleteAndSound();
    }
}
