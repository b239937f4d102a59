package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.TidiedWork;
import org.nocturne.learning.store.TidiedWork.Became;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.cli.step.CommandRun;

/** Whole campaigns with real LAMMPS whose work directories are packed or removed. */
@Tag("lammps")
@Tag("slow")
class TidiedCampaignTest {
    private static final int KILLED = 137;

    @TempDir
    Path dir;

    private Path folder() {
        return dir.resolve("runs/small");
    }

    private Path write(String done) throws Exception {
        Path file = SmallCampaign.write(dir);
        return Files.writeString(file, "work: {done: " + done + "}\n", StandardOpenOption.APPEND);
    }

    private <R> R ask(Function<Transaction, R> question) {
        try (Store store = Store.open(Store.urlInside(folder()), "sa", "", Clock.systemUTC())) {
            return store.inTransaction(question);
        }
    }

    private List<TidiedWork> tidied() {
        return ask(tx -> tx.tidied().all());
    }

    private void assertPacked() throws Exception {
        List<TidiedWork> all = tidied();
        assertThat(all)
                .hasSize(1 + 3 + 2 * SmallCampaign.CANDIDATES); // minimisation, replicas, two steps of each candidate
        assertThat(all).allSatisfy(work -> {
            assertThat(work.became()).isEqualTo(Became.PACKED);
            assertThat(work.cleared()).isTrue();
            assertThat(folder().resolve(work.workDir())).doesNotExist();
            StoredFile archive = work.archive();
            assertThat(archive).isNotNull();
            assertThat(folder().resolve(archive.path())).isNotEmptyFile();
            assertThat(work.afterBytes()).isLessThan(work.beforeBytes());
        });
        CommandRun verified = CommandRun.of("verify", folder().toString());
        assertThat(verified.code()).as(verified.output()).isZero();
    }

    private static int run(Path in, String... command) throws Exception {
        return new ProcessBuilder(command)
                .directory(in.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void done_calculations_are_packed_and_one_that_is_unpacked_can_be_repeated_by_hand() throws Exception {
        Child night = Child.run(dir, "run", write("pack").toString());
        assertThat(night.exitCode()).as(night.output()).isZero();
        assertPacked();
        assertThat(Child.run(dir, "status", folder().toString()).output())
                .containsPattern("work +28 work directories packed, 0 removed");

        Job label = ask(tx -> tx.tidied().all().stream()
                .map(w -> tx.jobs().find(w.job()).orElseThrow())
                .filter(j -> j.step() == Step.LABEL)
                .findFirst()
                .orElseThrow());
        Path work = folder().resolve(label.claimedWorkDir());
        assertThat(run(
                        dir,
                        "tar",
                        "xzf",
                        work + ".tar.gz",
                        "-C",
                        work.getParent().toString()))
                .isZero();
        Files.delete(work.resolve(".exitcode"));
        run(work, "bash", ".command.run");
        assertThat(work.resolve(".exitcode")).content().startsWith("0");

        assertThat(Child.run(dir, "resume", folder().toString()).exitCode()).isZero();
        assertThat(work).as("what a person has unpacked").isDirectory();
    }

    @Test
    void a_runner_that_dies_between_archive_row_and_directory_loses_nothing() throws Exception {
        String file = write("pack").toString();
        Map<Integer, String> deaths = Map.of(0, "WORK_TIDIED:2:halt", 1, "WORK_CLEARED:3:halt");
        for (int k = 0; k < deaths.size(); k++) {
            String[] words = k == 0 ? new String[] {"run", file} : new String[] {"resume", folder().toString()};
            Child dies = Child.start(dir, Map.of("JAVA_TOOL_OPTIONS", "-Dnocturne.crash=" + deaths.get(k)), words);
            assertThat(dies.exitCode()).as(dies.output()).isEqualTo(KILLED);
        }

        Child last = Child.run(dir, "resume", folder().toString());

        assertThat(last.exitCode()).as(last.output()).isZero();
        assertPacked();
    }

    @Test
    void a_campaign_that_kept_them_is_cleaned_afterwards_and_failed_ones_stay() throws Exception {
        Child night = Child.run(dir, "run", write("keep").toString());
        assertThat(night.exitCode()).as(night.output()).isZero();
        assertThat(tidied()).isEmpty();

        CommandRun dry = CommandRun.of("clean", folder().toString(), "--dry-run");
        assertThat(dry.output()).contains("28 work directories of", "would be packed; nothing was changed");
        assertThat(tidied()).isEmpty();

        CommandRun clean = CommandRun.of("clean", folder().toString(), "--remove");
        assertThat(clean.output()).contains("0 work directories packed, 28 removed", "became 0.0 MiB");
        assertThat(CommandRun.of("verify", folder().toString()).code()).isZero();
        assertThat(CommandRun.of("clean", folder().toString()).output())
                .contains("0 work directories packed, 0 removed");
    }
}
