package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.slurm.RealSlurm;
import org.nocturne.core.work.Step;
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
    private static final Pattern COMPLETED = Pattern.compile("name: ([^;]+); status: COMPLETED; exit: 0;");
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

    /** RELAX fails once for every structure; LABEL of the relaxations waits while the file hold is there. */
    private Path troubleOn(String executor) throws IOException {
        Path hold = Files.createFile(dir.resolve("hold"));
        Path configuration = dir.resolve("nextflow/nextflow.config");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        + "process {\n  withName: RELAX { beforeScript = { task.attempt == 1 ? 'exit 75' : 'true' } }\n"
                        + "  withName: LABEL { beforeScript = { params.task == 'relax' ? 'while [ -e " + hold
                        + " ]; do sleep 0.1; done' : 'true' } }\n}\n"
                        + "executor { pollInterval = '1 sec'; queueStatInterval = '2 sec' }\n");
        Files.writeString(
                file, Files.readString(file).replace(", nextflow]}", ", nextflow], executor: " + executor + "}"));
        return hold;
    }

    /** Names of the tasks of the relaxations that were completed, by the engine's own logs, before and after it was killed. */
    private List<String> completed() throws IOException {
        List<String> out = new ArrayList<>();
        try (Stream<Path> all = Files.walk(dir.resolve("runs/silicon-pipeline/work"), 3)) {
            for (Path log : all.filter(path -> path.getFileName().toString().startsWith(".nextflow.log"))
                    .toList()) {
                String text = Files.readString(log);
                Matcher task = COMPLETED.matcher(text.contains("--task relax") ? text : "");
                while (task.find()) {
                    out.add(task.group(1));
                }
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            return List.of(); // it has not begun, or is being written
        }
        return out;
    }

    private long completed(String process) throws IOException {
        return completed().stream()
                .filter(name -> name.startsWith(process + " "))
                .count();
    }

    @Test
    @Tag("slow")
    void by_the_executor_camel_a_killed_run_goes_on_and_its_tasks_are_in_the_log_of_the_campaign() throws Exception {
        CampaignFolder folder = killedAndResumed("camel", Map.of());

        List<String> told = Files.readAllLines(folder.log()).stream()
                .filter(line -> line.contains(" of=relax "))
                .toList();
        assertThat(told).filteredOn(line -> line.contains("process=MOVE ")).hasSize(CANDIDATES);
        assertThat(told)
                .filteredOn(line -> line.contains("process=RELAX_LABEL:RELAX ") && line.contains(" exit=75 "))
                .as("it is tried again")
                .isNotEmpty();
        assertThat(told)
                .filteredOn(line -> line.contains("process=RELAX_LABEL:LABEL ") && line.contains(" ok "))
                .hasSize(CANDIDATES);
        try (Store store = folder.openStore(folder.configuration().config())) {
            assertThat(store.<List<Sum>>inTransaction(tx -> tx.pipelines().sums()))
                    .extracting(Sum::process)
                    .containsExactly("MOVE", "RELAX_LABEL:LABEL", "RELAX_LABEL:RELAX", "SPLIT");
        }
    }

    @Test
    @Tag("slow")
    void by_the_executor_local_a_killed_run_goes_on() throws Exception {
        killedAndResumed("local", Map.of());
    }

    @Test
    @Tag("slurm")
    @Tag("slow")
    void by_the_executor_slurm_a_killed_run_goes_on() throws Exception {
        try (RealSlurm slurm = RealSlurm.start("MinJobAge=3600", "JobCompType=jobcomp/none")) {
            killedAndResumed("slurm", slurm.environment());
        }
    }

    /** {@code kill -9} of runner, engine and tasks in the middle of a run. */
    private CampaignFolder killedAndResumed(String executor, Map<String, String> environment) throws Exception {
        Path hold = troubleOn(executor);
        Child first = Child.start(dir, environment, "run", file.toString());
        while (completed("MOVE") < CANDIDATES
                || completed("RELAX_LABEL:RELAX") < 1) { // labels that wait take the cores
            assertThat(first.isAlive()).as(first.output()).isTrue();
            Thread.sleep(200);
        }
        Thread.sleep(2000); // the engine writes its cache after its log
        first.killAll();
        Files.delete(hold);
        CampaignFolder folder = new CampaignFolder(dir.resolve("runs/silicon-pipeline"));

        Child second = Child.start(dir, environment, "resume", folder.dir().toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(completed()).doesNotHaveDuplicates().hasSize(1 + 3 * CANDIDATES);
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
        }
        return folder;
    }
}
