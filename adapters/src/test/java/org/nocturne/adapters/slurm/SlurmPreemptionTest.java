package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.core.work.Cause;

/** A real cluster of two partitions on the same cores, one of which has the right of way. */
@Tag("slurm")
@Tag("slow")
@Timeout(200)
class SlurmPreemptionTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static @Nullable RealSlurm slurm;

    @TempDir
    Path dir;

    @BeforeAll
    static void start() throws Exception {
        slurm = RealSlurm.start(
                "PreemptType=preempt/partition_prio",
                "PreemptMode=CANCEL",
                "PartitionName=spare Nodes=localhost PriorityTier=1 State=UP",
                "PartitionName=urgent Nodes=localhost PriorityTier=10 State=UP");
    }

    @AfterAll
    static void stop() throws Exception {
        if (slurm != null) {
            slurm.close();
        }
    }

    /** Of both cores of the node. */
    private static SlurmLauncher launcher(String partition) {
        SlurmSettings settings = new SlurmSettings(partition, null, null, 2, 100, null, false, List.of());
        return new SlurmLauncher(settings, Objects.requireNonNull(slurm).programs(), SlurmLauncherTest.QUICK);
    }

    private void awaitFile(String name) throws Exception {
        while (!Files.exists(dir.resolve(name))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void a_job_that_gives_way_to_another_was_preempted() throws Exception {
        String giving = UUID.randomUUID().toString();
        String taking = UUID.randomUUID().toString();
        launcher("spare")
                .start(giving, new Command(List.of("bash", "-c", "touch ../up; sleep 600")), dir.resolve("a"), LONG);
        awaitFile("up");

        launcher("urgent").start(taking, new Command(List.of("true")), dir.resolve("b"), LONG);

        assertThat(SlurmLauncherTest.finished(launcher("urgent"), taking, dir.resolve("b"))
                        .succeeded())
                .isTrue();
        assertThat(SlurmLauncherTest.finished(launcher("spare"), giving, dir.resolve("a"))
                        .endedBy())
                .contains(Cause.PREEMPTED);
    }
}
