package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.State;

/** What a job costs beside plain sbatch, on the same cluster, one after the other: jobs that do nothing, in blocks that take turns. */
@Tag("slurm")
@Tag("slow")
@Timeout(600)
class SlurmOverheadTest {
    private static final int BLOCKS = 4;
    private static final int JOBS = 12;

    @TempDir
    Path dir;

    /** Seconds of submitting, and until the last has ended. */
    private record Cost(double submitting, double inAll) {
        Cost plus(Cost other) {
            return new Cost(submitting + other.submitting, inAll + other.inAll);
        }
    }

    @Test
    void a_job_costs_little_more_than_sbatch_alone() throws Exception {
        try (RealSlurm slurm = RealSlurm.start("MinJobAge=3600", "JobCompType=jobcomp/none")) {
            plain(slurm);
            launched(slurm);
            Cost plain = new Cost(0, 0);
            Cost launched = new Cost(0, 0);
            for (int block = 0; block < BLOCKS; block++) {
                plain = plain.plus(plain(slurm));
                launched = launched.plus(launched(slurm));
            }
            double submitting = launched.submitting() / plain.submitting();
            double inAll = launched.inAll() / plain.inAll();
            String told = String.format(
                    Locale.ROOT,
                    "beside plain sbatch, %d jobs each: submitting %.2f times, to the end of all %.2f times"
                            + " (plain %.1f and %.0f ms a job)",
                    BLOCKS * JOBS,
                    submitting,
                    inAll,
                    1000 * plain.submitting() / (BLOCKS * JOBS),
                    1000 * plain.inAll() / (BLOCKS * JOBS));
            System.out.println(told);
            assertThat(submitting).as(told).isLessThan(2);
            assertThat(inAll).as(told).isLessThan(1.5);
        }
    }

    private Cost plain(RealSlurm slurm) throws Exception {
        Path work = Files.createDirectories(dir.resolve(UUID.randomUUID().toString()));
        Set<String> open = new HashSet<>();
        long begin = System.nanoTime();
        for (int k = 0; k < JOBS; k++) {
            open.add(slurm.ask("sbatch", "--parsable", "--time=2", "--no-requeue", "--chdir=" + work, "--wrap=true")
                    .out()
                    .strip());
        }
        double submitting = seconds(begin);
        while (!open.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(300);
            slurm.ask("squeue", "--noheader", "--states=all", "--format=%A %T")
                    .out()
                    .lines()
                    .filter(line -> line.endsWith(" COMPLETED"))
                    .forEach(line -> open.remove(line.split(" ", 2)[0]));
        }
        return new Cost(submitting, seconds(begin));
    }

    private Cost launched(RealSlurm slurm) throws Exception {
        SlurmLauncher launcher =
                new SlurmLauncher(SlurmSettings.ofTheCluster(), slurm.programs(), SlurmLauncherTest.QUICK);
        Set<String> open = new HashSet<>();
        long begin = System.nanoTime();
        for (int k = 0; k < JOBS; k++) {
            String token = UUID.randomUUID().toString();
            launcher.start(token, new Command(List.of("true")), dir.resolve(token), Duration.ofSeconds(30));
            open.add(token);
        }
        double submitting = seconds(begin);
        while (!open.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
            for (String token : List.copyOf(open)) {
                if (!(launcher.look(token, dir.resolve(token)) instanceof State.Running)) {
                    open.remove(token);
                }
            }
        }
        return new Cost(submitting, seconds(begin));
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
