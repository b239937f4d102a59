package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;

/** A whole campaign whose time step is far too long: every run blows up until it is corrected. */
class CorrectedCampaignTest {
    @TempDir
    Path dir;

    private final String tooLong = "settings: {potential: stillinger-weber, timestep-fs: 30}";

    private Path campaign(String more) throws Exception {
        Path file = SmallCampaign.writeBuiltin(dir);
        String text = Files.readString(file)
                .replace("settings: {potential: stillinger-weber}", tooLong)
                .replace("correction: {method: baoab, steps: 3}\n", "")
                .replaceFirst("count: \\d+", "count: 6");
        assertThat(text).contains(tooLong, "count: 6");
        return Files.writeString(file, text + more);
    }

    private CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("runs/small"));
    }

    @Test
    void what_blows_up_is_repeated_with_a_shorter_step_and_its_labels_are_those_of_the_campaign() throws Exception {
        Files.createDirectories(dir.resolve("failures"));
        Files.writeString(dir.resolve("failures/builtin.yaml"), """
                failures:
                  - cause: NOT_FINITE
                    corrections:
                      - {multiply: {timestep-fs: 0.2}, steps: 5, time: 2, tasks: [relax, replica]}
                """);

        Child runner = Child.run(dir, "run", campaign("").toString());

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(folder().dir().resolve("failures/builtin.yaml")).isNotEmptyFile();
        assertThat(Files.readString(folder().log()))
                .contains("failed cause=NOT_FINITE again=yes")
                .contains("next=\"timestep-fs*0.2 steps*5 time*2\"")
                .containsPattern("replica=r0001 .* try=2 corrected=\"timestep-fs\\*0.2 steps\\*5 time\\*2\" ok");
        assertThat(Files.readString(folder().report()))
                .contains("What was done otherwise", "timestep-fs*0.2 steps*5 time*2");
        try (Store store = folder().openStore(folder().configuration().config())) {
            List<Job> corrected = store.inTransaction(tx -> tx.jobs().corrected());
            assertThat(corrected)
                    .allMatch(job -> job.state() == Job.State.DONE)
                    .extracting(Job::step)
                    .contains(Step.REPLICA, Step.RELAX)
                    .doesNotContain(Step.LABEL);
            int labels = store.inTransaction(tx -> tx.frames().labels());
            assertThat(labels).isEqualTo(24 + 6);
            String method =
                    Inputs.open(folder().configuration()).code().method().id();
            for (Role role : Role.values()) {
                int all = store.inTransaction(tx -> tx.frames().of(role)).size();
                int ofTheMethod = store.inTransaction(tx -> tx.frames().labels(role, method));
                assertThat(ofTheMethod).as(role.word()).isEqualTo(all).isPositive();
            }
        }
    }

    @Test
    @Tag("slow")
    void without_retries_the_campaign_ends_and_says_why() throws Exception {
        Child runner =
                Child.run(dir, "run", campaign("retries: {per-subject: 0}\n").toString());

        assertThat(runner.exitCode()).as(runner.output()).isNotZero();
        assertThat(Files.readString(folder().log()))
                .contains("cause=NOT_FINITE again=no")
                .doesNotContain("corrected=");
        try (Store store = folder().openStore(folder().configuration().config())) {
            List<Job> failed = store.inTransaction(tx -> tx.jobs().failed());
            assertThat(failed).isNotEmpty().allMatch(job -> job.cause() == Cause.NOT_FINITE);
        }
    }

    @Test
    void a_correction_that_the_code_does_not_understand_is_told_before_anything_is_written() throws Exception {
        Files.createDirectories(dir.resolve("failures"));
        Files.writeString(dir.resolve("failures/builtin.yaml"), """
                failures:
                  - cause: NOT_FINITE
                    corrections: [{multiply: {timestep: 0.5}}]
                """);

        CommandRun check = CommandRun.of("check", campaign("").toString());

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.error())
                .contains("the correction 'timestep*0.5' of builtin cannot be made", "timestep is to be multiplied");
    }
}
