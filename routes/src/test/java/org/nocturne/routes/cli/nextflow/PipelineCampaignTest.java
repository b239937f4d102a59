package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.PipelineTable.Sum;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Child;

/** A whole campaign all of whose calculations are runs of a pipeline, through the death of everything in the middle of one. */
@Tag("lammps")
@Timeout(3600)
class PipelineCampaignTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("nocturne.root"), "examples");
    private static final int CANDIDATES = 6;

    @TempDir
    Path dir;

    private Path file;

    @BeforeEach
    void a_small_campaign_of_the_example() throws Exception {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        copy(EXAMPLES.resolve("nextflow"), dir.resolve("nextflow"));
        copy(EXAMPLES.resolve("silicon"), dir.resolve("silicon"));
        file = dir.resolve("nextflow/silicon-pipeline.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("command: [nocturne, nextflow]", "command: [" + NocturneScript.in(dir) + ", nextflow]")
                        .replaceFirst("temperatures-K: .*", "temperatures-K: [300]")
                        .replaceFirst("per-temperature: .*", "per-temperature: 1")
                        .replaceAll("equilibration-steps: .*", "equilibration-steps: 100")
                        .replaceAll("frames: .*", "frames: 6")
                        .replaceFirst("replicas: 3", "replicas: 1")
                        .replaceFirst("count: .*", "count: " + CANDIDATES)
                        .replaceFirst("round: .*", "round: " + CANDIDATES)
                        .replaceFirst("nvt-steps: .*", "nvt-steps: 50")
                        .replaceFirst("every-labels: .*", "every-labels: 1000"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private List<String> tasksOfRelax(String process) throws IOException {
        Path log = dir.resolve("runs/silicon-pipeline/route.log");
        return !Files.exists(log)
                ? List.of()
                : Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" of=relax ") && line.contains("process=" + process + " "))
                        .toList();
    }

    @Test
    @Tag("slow")
    void after_kill_9_of_everything_the_run_goes_on_and_no_completed_task_is_repeated() throws Exception {
        Path hold = Files.createFile(dir.resolve("hold"));
        Path configuration = dir.resolve("nextflow/nextflow.config");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        + "process { withName: LABEL { beforeScript = { params.task == 'relax' ? 'while [ -e " + hold
                        + " ]; do sleep 0.1; done' : 'true' } } }\n");
        Child first = Child.start(dir, "run", file.toString());
        while (tasksOfRelax("RELAX_LABEL:RELAX").size() < CANDIDATES) {
            assertThat(first.isAlive()).as(first.output()).isTrue();
            Thread.sleep(100);
        }
        Thread.sleep(2000); // the engine writes its cache after its log

        first.killAll();
        Files.delete(hold);
        CampaignFolder folder = new CampaignFolder(dir.resolve("runs/silicon-pipeline"));
        Child second = Child.run(dir, "resume", folder.dir().toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(tasksOfRelax("MOVE")).hasSize(CANDIDATES).allMatch(line -> line.contains(" ok "));
        assertThat(tasksOfRelax("RELAX_LABEL:RELAX")).hasSize(CANDIDATES);
        assertThat(tasksOfRelax("RELAX_LABEL:LABEL")).hasSize(CANDIDATES);
        assertThat(CommandRun.of("verify", folder.dir().toString()).code()).isZero();
        try (Store store = folder.openStore(folder.configuration().config())) {
            List<Job> relaxed = store.inTransaction(tx -> tx.jobs().all()).stream()
                    .filter(job -> job.step() == Step.RELAX)
                    .toList();
            assertThat(relaxed).hasSize(2 * CANDIDATES);
            assertThat(relaxed.stream().map(Job::workDir).distinct())
                    .as("it went on in its place")
                    .hasSize(1);
            assertThat(relaxed.stream().map(Job::token).distinct()).hasSize(2);
            assertThat(store.<List<Sum>>inTransaction(tx -> tx.pipelines().sums()))
                    .extracting(Sum::process)
                    .contains("MOVE", "SPLIT", "RELAX_LABEL:LABEL");
            assertThat(store.<java.util.Set<Invariant>>inTransaction(
                            tx -> tx.invariants().broken().keySet()))
                    .isEmpty();
        }
    }
}
