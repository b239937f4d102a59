package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.State;

/** Jobs of a real cluster, from sbatch to their end. */
@Tag("slurm")
@Timeout(120)
class SlurmLauncherTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    static final Patience QUICK =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(1));

    private static RealSlurm slurm;

    @TempDir
    Path dir;

    private final String token = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        slurm = RealSlurm.start("JobCompType=jobcomp/none");
    }

    @AfterAll
    static void stop() throws Exception {
        if (slurm != null) {
            slurm.close();
        }
    }

    private static SlurmLauncher launcher() {
        return launcher(SlurmSettings.ofTheCluster());
    }

    private static SlurmLauncher launcher(SlurmSettings settings) {
        return new SlurmLauncher(settings, slurm.programs(), QUICK);
    }

    private static Command bash(String script) {
        return new Command(List.of("bash", "-c", script), Map.of("PLACE", "it's here"));
    }

    private Finished finished(SlurmLauncher launcher) throws Exception {
        return finished(launcher, token, dir);
    }

    static Finished finished(SlurmLauncher launcher, String token, Path dir) throws Exception {
        while (launcher.look(token, dir) instanceof State.Running) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return launcher.look(token, dir).ending().orElseThrow(() -> new AssertionError("never started"));
    }

    private void awaitFile(String name) throws Exception {
        while (!Files.exists(dir.resolve(name))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void a_job_runs_to_its_end_and_leaves_the_files_of_a_run_here() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("echo out $NOCTURNE_TOKEN $PLACE; echo err >&2"), dir, LONG);

        Finished finished = finished(launcher);

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.endedBy()).isEmpty();
        assertThat(dir.resolve(".command.out")).hasContent("out " + token + " it's here");
        assertThat(dir.resolve(".command.err")).hasContent("err");
        assertThat(dir.toFile().list())
                .contains(".command.sh", ".command.run", ".command.begin", ".exitcode", ".command.job");
        assertThat(slurm.ask("squeue", "--noheader", "--states=all", "--name=nocturne-" + token, "--format=%A")
                        .out()
                        .lines())
                .hasSize(1);
    }

    @Test
    void the_exit_code_is_told() throws Exception {
        SlurmLauncher launcher = launcher();
        launcher.start(token, bash("exit 3"), dir, LONG);

        assertThat(finished(launcher)).satisfies(f -> {
            assertThat(f.exitCode()).isEqualTo(3);
            assertThat(f.cause()).isEmpty();
        });
    }
}
