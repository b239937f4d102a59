package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.RunnerTable.Runner;

/** Jobs that dead runners have left, on this host and on one that cannot be seen from here. */
class OrphansTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path dir;

    private ShellNight night;

    @BeforeEach
    void begin() {
        night = new ShellNight(dir, "true", 1);
    }

    @AfterEach
    void end() {
        night.close();
    }

    private void signIn(String id, String host, long pid) {
        night.store.inTransaction(tx -> {
            tx.runners().insert(id, host, pid, 1, 1);
            return null;
        });
    }

    private Job claimedBy(String runner) {
        return night.store
                .inTransaction(tx -> tx.jobs().claim(Step.MINIMISE, 1, runner))
                .get(0);
    }

    private List<Long> jobsOf(String runner) {
        return night.store.inTransaction(tx -> tx.jobs().running(runner)).stream()
                .map(Job::id)
                .toList();
    }

    private List<String> present() {
        return night.store.inTransaction(tx -> tx.runners().all()).stream()
                .map(Runner::id)
                .toList();
    }

    private void adopt(Duration limit) {
        new Orphans(night.store, dir, night.places(limit)).adopt("heir");
    }

    @Test
    void of_a_dead_process_of_this_host_all_is_taken_over_at_once() {
        signIn("heir", ProcessIdentity.thisHost(), ProcessHandle.current().pid());
        signIn("dead", ProcessIdentity.thisHost(), Integer.MAX_VALUE);
        Job job = claimedBy("dead");

        adopt(LIMIT);

        assertThat(jobsOf("heir")).containsExactly(job.id());
        assertThat(present()).doesNotContain("dead");
    }

    @Test
    void a_living_process_keeps_its_jobs() {
        ProcessIdentity living = ProcessIdentity.ofThisJvm();
        night.store.inTransaction(tx -> {
            tx.runners().insert("heir", living.host(), Integer.MAX_VALUE, 1, 1);
            tx.runners().insert("living", living.host(), living.pid(), living.startTime(), 1);
            return null;
        });
        Job job = claimedBy("living");

        adopt(LIMIT);

        assertThat(jobsOf("living")).containsExactly(job.id());
    }

    /** The process may be alive over there: a second copy must not be started. */
    @Test
    void a_job_of_a_host_that_cannot_be_seen_waits_until_its_time_is_over() {
        signIn("heir", ProcessIdentity.thisHost(), 1);
        signIn("far", "another-host", 17);
        Job job = claimedBy("far");

        adopt(LIMIT);
        assertThat(jobsOf("heir")).isEmpty();
        assertThat(present()).contains("far");

        adopt(Duration.ofMinutes(-10)); // as it will be ten minutes from now
        assertThat(jobsOf("heir")).containsExactly(job.id());
        assertThat(present()).doesNotContain("far");
    }

    @Test
    void a_job_that_has_ended_on_another_host_is_collected_without_waiting() throws Exception {
        signIn("heir", ProcessIdentity.thisHost(), 1);
        signIn("far", "another-host", 17);
        Job job = claimedBy("far");
        Path work = dir.resolve(job.claimedWorkDir());
        LocalLauncher here = new LocalLauncher();
        here.start(job.claimedToken(), new Command(List.of("true")), work, LIMIT);
        // Its exit code is there a moment before the wrapper has gone, and until then it lives.
        while (!(here.look(job.claimedToken(), work) instanceof State.Ended)) {
            Thread.sleep(5);
        }

        adopt(LIMIT);

        assertThat(jobsOf("heir")).containsExactly(job.id());
    }
}
