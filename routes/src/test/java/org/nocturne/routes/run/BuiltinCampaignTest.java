package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.TrainingData;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.ConfigReader;

/** Whole campaigns without any installed code: the embedded engine relaxes, labels, samples and corrects. */
class BuiltinCampaignTest {
    @TempDir
    Path dir;

    private CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("runs/small"));
    }

    @Test
    @Tag("slow")
    void a_campaign_with_the_embedded_engine_runs_to_its_report() throws Exception {
        Path file = SmallCampaign.writeBuiltin(dir);
        assertThat(CommandRun.of("check", file.toString()).code()).isZero();

        Child runner = Child.start(dir, "run", file.toString());
        CommandRun watched = watched(runner);

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(watched.code()).as(watched.error()).isZero();
        assertThat(watched.output().lines().toList())
                .anySatisfy(line -> assertThat(line).startsWith("small running: "))
                .last()
                .satisfies(line -> assertThat(line)
                        .startsWith("small finished: candidates {labelled=" + SmallCampaign.CANDIDATES + "}"));
        assertThat(runner.output()).contains("code=builtin").doesNotContain("code=lammps");
        assertFinishedWithAllLabels();
    }

    /** By another shell, from when the campaign has begun. */
    private CommandRun watched(Child runner) throws Exception {
        while (runner.isAlive() && !Files.exists(folder().log())) {
            Thread.sleep(20);
        }
        return CommandRun.of("watch", folder().dir().toString(), "--every", "0.2");
    }

    /** What was computing when the runner died goes on, and is taken over by the next. */
    @Test
    @Tag("slow")
    void after_kill_9_resume_ends_with_as_many_labels() throws Exception {
        Child first = Child.start(dir, "run", SmallCampaign.writeBuiltin(dir).toString());
        Path log = folder().log();
        while (first.isAlive() && !(Files.exists(log) && Files.readString(log).contains(" label "))) {
            Thread.sleep(20);
        }
        first.kill();

        Child second = Child.run(dir, "resume", folder().dir().toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertFinishedWithAllLabels();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_shipped_campaign_opens(boolean quick) {
        Path file = Path.of(System.getProperty("nocturne.root"), "configs/silicon-builtin.yaml");
        Inputs inputs = Inputs.open(ConfigReader.read(file, quick));

        assertThat(inputs.start().size()).isEqualTo(1000);
        assertThat(inputs.code().method().code()).isEqualTo("builtin");
        assertThat(inputs.code().method().potential()).startsWith("stillinger-weber");
    }

    private void assertFinishedWithAllLabels() throws Exception {
        assertThat(StatusReader.read(folder()).state()).isEqualTo("finished");
        assertThat(folder().report()).isNotEmptyFile();
        try (Store store = folder().openStore(folder().configuration().config())) {
            int labels = store.inTransaction(tx -> tx.frames().labels());
            assertThat(labels).isEqualTo(SmallCampaign.LABELS);
            assertLabelsRepeat(store);
        }
    }

    private void assertLabelsRepeat(Store store) throws Exception {
        Code code = Inputs.open(folder().configuration()).code();
        TrainingData data = new TrainingData(store, new CampaignFiles(folder().dir()));
        List<LabelledFrame> candidates = store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE));
        LabelledFrame frame = candidates.get(0);
        for (Job job : store.inTransaction(tx -> tx.jobs().of(frame.subject()))) {
            Path work = folder().dir().resolve(job.claimedWorkDir());
            assertThat(work.resolve("task.json")).isNotEmptyFile();
            assertThat(work.resolve("result.json")).isNotEmptyFile();
        }
        Structure structure = data.read(frame).structure();
        Outcome outcome = new RunToEnd(new LocalLauncher())
                .run(
                        code,
                        new Task.LabelTask(structure),
                        "again-" + System.nanoTime(),
                        dir.resolve("again"),
                        Duration.ofMinutes(1));
        double energy =
                outcome.fold(done -> ((Result.Labelled) done.result()).label().energyEv(), failed -> Double.NaN);
        assertThat(energy).isCloseTo(frame.energyEv(), within(1e-6 * structure.size()));
    }
}
