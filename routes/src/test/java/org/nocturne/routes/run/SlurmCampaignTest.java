package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.slurm.RealSlurm;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;

/** Whole campaigns whose jobs run on a real cluster, with real LAMMPS, by runners that are really killed. */
@Tag("slurm")
@Tag("lammps")
@Timeout(600)
class SlurmCampaignTest {
    private static RealSlurm slurm;

    @TempDir
    Path dir;

    @BeforeAll
    static void cluster() throws Exception {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        slurm = RealSlurm.start("MinJobAge=3600", "JobCompType=jobcomp/none");
    }

    @AfterAll
    static void stop() throws Exception {
        if (slurm != null) {
            slurm.close();
        }
    }

    private Path campaign(String launcher) throws IOException {
        Path file = SmallCampaign.write(dir);
        return Files.writeString(
                file,
                Files.readString(file)
                                .replaceFirst("candidates: .*", "candidates: {count: 4, round: 2, nvt-steps: 100}")
                        + "launcher: " + launcher + "\n");
    }

    private Path folder() {
        return dir.resolve("runs/small");
    }

    private Child start(String... arguments) throws IOException {
        return Child.start(dir, slurm.environment(), arguments);
    }

    private void await(Child runner, Predicate<String> log) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < deadline && runner.isAlive()) {
            Path file = folder().resolve("route.log");
            if (Files.exists(file) && log.test(Files.readString(file))) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the log never said so: " + runner.output());
    }

    @Test
    @Tag("slow")
    void after_kill_9_the_jobs_in_the_queue_are_adopted_and_none_runs_twice() throws Exception {
        Child first = start(
                "run",
                campaign("{name: slurm, memory-mb: 300, extra: [\"--comment=a night\"]}")
                        .toString());
        await(first, log -> log.contains(" replica ") || log.contains(" minimise "));
        first.kill();
        Child second = start("resume", folder().toString());
        await(second, log -> log.contains(" label "));
        second.kill();
        Child third = start("resume", folder().toString());
        assertThat(third.exitCode()).as(third.output()).isZero();

        try (Store store = Store.open(Store.urlInside(folder()), "sa", "", Clock.systemUTC())) {
            assertThat(store.<Integer>inTransaction(tx -> tx.tally().labelledCandidates()))
                    .isEqualTo(4);
            assertThat(store.<Integer>inTransaction(tx -> tx.frames().labels())).isEqualTo(24 + 4);
            int done = store.inTransaction(tx -> tx.jobs().count(Job.State.DONE));
            List<String> jobs = slurmJobs();
            assertThat(jobs.stream().map(job -> job.split(" ", 2)[0]).distinct())
                    .as("one job for a token")
                    .hasSameSizeAs(jobs);
            assertThat(jobs.stream().filter(j -> j.endsWith("COMPLETED")).collect(Collectors.toList()))
                    .as("every result comes from one job, and no job was for nothing")
                    .hasSize(done);
        }
    }

    @Test
    @Tag("slow")
    void a_runner_that_is_told_to_stop_cancels_its_jobs() throws Exception {
        Child runner = start("run", campaign("{name: slurm, memory-mb: 300}").toString());
        await(runner, log -> log.contains(" minimise "));
        runner.terminate();
        runner.exitCode();

        assertThat(slurmJobs()).isNotEmpty().noneMatch(job -> job.matches(".* (PENDING|RUNNING)"));
        assertThat(Child.run(dir, "status", folder().toString()).output()).contains("stopped");
    }

    private List<String> slurmJobs() throws IOException {
        return slurm.ask("squeue", "--noheader", "--states=all", "--format=%j %T")
                .out()
                .lines()
                .filter(line -> line.startsWith("nocturne-"))
                .toList();
    }

    @Test
    void what_the_cluster_would_refuse_is_told_before_anything_is_written() throws Exception {
        Child runner =
                start("run", campaign("{name: slurm, partition: nowhere}").toString());

        assertThat(runner.exitCode()).isEqualTo(2);
        assertThat(runner.output().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("small.yaml", "launcher", "invalid partition specified: nowhere", "sinfo"));
        assertThat(dir.resolve("runs")).doesNotExist();
    }
}
