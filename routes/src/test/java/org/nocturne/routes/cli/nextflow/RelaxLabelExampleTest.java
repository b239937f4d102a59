package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
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
import org.nocturne.routes.run.Child;

/** The example pipeline with real LAMMPS, its tasks handed to Camel. A configuration beside it makes tasks fail or wait; the pipeline is as it is. */
@Tag("lammps")
@Timeout(600)
class RelaxLabelExampleTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("nocturne.root"), "examples/nextflow/main.nf");
    private static final Pattern COMPLETED = Pattern.compile(
            "Task completed > TaskHandler\\[(?:jobId: \\d+; )?id: \\d+; name: (\\S+ \\(.*?\\)); status: COMPLETED; exit: 0");
    private static final int FRAMES = 3;

    @TempDir
    Path dir;

    @BeforeEach
    void structures() throws Exception {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        StringBuilder frames = new StringBuilder();
        for (int k = 0; k < FRAMES; k++) {
            frames.append("8\nLattice=\"5.431 0 0 0 5.431 0 0 0 5.431\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"\n")
                    .append("Si 0.0" + k + " 0 0\nSi 0 2.7155 2.7155\nSi 2.7155 0 2.7155\nSi 2.7155 2.7155 0\n")
                    .append("Si 1.35775 1.35775 1.35775\nSi 1.35775 4.07325 4.07325\n")
                    .append("Si 4.07325 1.35775 4.07325\nSi 4.07325 4.07325 1.35775\n");
        }
        Files.writeString(dir.resolve("structures.extxyz"), frames);
    }

    private static String[] command(String... more) {
        return Stream.concat(
                        Stream.of("nextflow", "run", EXAMPLE.toString(), "--structures", "structures.extxyz"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private void configure(String text) throws Exception {
        Files.writeString(dir.resolve("nextflow.config"), text);
    }

    /** RELAX fails once for every structure; LABEL waits while the file hold is there, and publishes each answer besides. */
    private void configureTroubleOn(String executor) throws Exception {
        configure("process {\n  executor = '" + executor
                + "'\n  withName: RELAX { beforeScript = { task.attempt == 1 ? 'exit 75' : 'true' } }\n"
                + "  withName: LABEL { beforeScript = 'while [ -e " + dir.resolve("hold")
                + " ]; do sleep 0.1; done'; publishDir = [path: 'published', mode: 'copy'] }\n}\n"
                + "executor { pollInterval = '1 sec'; queueStatInterval = '2 sec' }\n");
    }

    private List<String> completed() throws Exception {
        List<String> out = new ArrayList<>();
        Path log = dir.resolve(".nextflow.log");
        if (Files.exists(log)) {
            Matcher m = COMPLETED.matcher(Files.readString(log));
            while (m.find()) {
                out.add(m.group(1));
            }
        }
        return out;
    }

    private void assertPublished() throws Exception {
        assertThat(Files.readAllLines(dir.resolve("results/labelled.extxyz")))
                .filteredOn(line -> line.contains("energy="))
                .hasSize(FRAMES)
                .allMatch(line -> line.contains("energy=-34.69279996")); // eight atoms at -4.3366 eV
    }

    @Test
    void three_processes_publish_relaxed_structures_with_energies_and_forces() throws Exception {
        configure("process.executor = 'camel'\n");

        Child child = Child.run(dir, command());

        assertThat(child.exitCode()).as(child.output()).isZero();
        assertPublished();
        assertThat(Files.readAllLines(dir.resolve(".nocturne.log")))
                .hasSize(1 + 2 * FRAMES)
                .allMatch(line -> line.contains(" ok took="));
    }

    @Test
    @Tag("slow")
    void after_kill_9_of_everything_no_completed_task_is_repeated_by_the_executor_camel() throws Exception {
        killedAndResumed("camel", Map.of());
    }

    @Test
    @Tag("slow")
    void after_kill_9_of_everything_no_completed_task_is_repeated_by_the_executor_local() throws Exception {
        killedAndResumed("local", Map.of());
    }

    @Test
    @Tag("slurm")
    @Tag("slow")
    void after_kill_9_of_everything_no_completed_task_is_repeated_by_the_executor_slurm() throws Exception {
        try (RealSlurm slurm = RealSlurm.start("MinJobAge=3600", "JobCompType=jobcomp/none")) {
            killedAndResumed("slurm", slurm.environment());
        }
    }

    private void killedAndResumed(String executor, Map<String, String> environment) throws Exception {
        configureTroubleOn(executor);
        Files.createFile(dir.resolve("hold"));
        Child first = Child.start(dir, environment, command());
        while (completed().stream()
                        .filter(name -> name.startsWith("RELAX_LABEL:RELAX "))
                        .count()
                < FRAMES) {
            assertThat(first.isAlive()).as(first.output()).isTrue();
            Thread.sleep(100);
        }
        Thread.sleep(1000); // the engine writes its cache after its log

        first.killAll();
        List<String> before = completed();
        Files.delete(dir.resolve("hold"));
        Child second = Child.start(dir, environment, command("-resume"));

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertPublished();
        try (Stream<Path> published = Files.list(dir.resolve("published"))) {
            assertThat(published).hasSize(FRAMES);
        }
        assertThat(before).contains("SPLIT (1)");
        assertThat(completed()).hasSize(FRAMES).doesNotContainAnyElementsOf(before);
    }

    @Test
    @Tag("slurm")
    @Tag("slow")
    void tasks_of_the_executor_camel_are_jobs_of_slurm_where_the_configuration_says_so() throws Exception {
        try (RealSlurm slurm = RealSlurm.start("MinJobAge=3600", "JobCompType=jobcomp/none")) {
            configureTroubleOn("camel");
            Files.writeString(
                    dir.resolve("nextflow.config"),
                    Files.readString(dir.resolve("nextflow.config"))
                            + "process.time = '5 min'\nexecutor { $camel { launcher = 'slurm' } }\n");

            Child child = Child.start(dir, slurm.environment(), command());

            assertThat(child.exitCode()).as(child.output()).isZero();
            assertPublished();
            assertThat(launched()).hasSize(1 + 3 * FRAMES).allMatch(at -> Files.exists(at.resolve(".command.job")));
        }
    }

    /** Where the launcher keeps the files of each task. */
    private List<Path> launched() throws Exception {
        try (Stream<Path> all = Files.walk(dir.resolve("work"))) {
            return all.filter(path -> path.endsWith(".nocturne")).toList();
        }
    }
}
