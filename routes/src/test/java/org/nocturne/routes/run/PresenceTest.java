package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.adapters.launch.Pulse;
import org.nocturne.adapters.launch.Reason;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;

@Timeout(60)
class PresenceTest {
    @TempDir
    Path dir;

    /** Is slow to say what it reaches, and notes whether somebody interrupts it. */
    private static final class Slow implements Launcher {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private volatile boolean interrupted;

        @Override
        public boolean reaches(String host) {
            asked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            return true;
        }

        @Override
        public void start(String token, Command command, Path workDir, Duration limit) {
            throw new AssertionError("nothing is started here");
        }

        @Override
        public State look(String token, Path workDir) {
            return new State.NeverStarted();
        }

        @Override
        public Pulse pulse(String token, Path workDir) {
            throw new AssertionError("nothing runs here");
        }

        @Override
        public void end(String token, Path workDir, Duration grace, Reason why) {
            throw new AssertionError("nothing is ended here");
        }
    }

    /** An interrupt in the middle of a transaction closes the file of an H2 store under it. */
    @Test
    void a_beat_that_is_under_way_is_waited_for_and_not_interrupted() throws Exception {
        try (ShellNight night = new ShellNight(dir, "true", 1)) {
            Slow launcher = new Slow();
            Workplace own = night.places(Duration.ofMinutes(1)).own();
            Workplaces places = Workplaces.of(
                    new Workplace(own.code(), launcher, own.limit(), own.retries(), own.slots(), Duration.ZERO));
            Presence presence = Presence.signIn(night.store, new Orphans(night.store, dir, places), 1);
            night.store.inTransaction(tx -> {
                tx.runners().insert("dead", ProcessIdentity.thisHost(), Integer.MAX_VALUE, 1, 1);
                return tx.jobs().claim(Step.MINIMISE, 1, "dead");
            });
            presence.keepAlive();
            launcher.asked.await();

            CompletableFuture<Void> closed = CompletableFuture.runAsync(presence::close);
            Thread.sleep(200);
            assertThat(closed).as("it waits for the beat").isNotDone();
            launcher.mayAnswer.countDown();
            closed.get();

            assertThat(launcher.interrupted).isFalse();
            List<Job> adopted = night.store.inTransaction(tx -> tx.jobs().running(presence.id()));
            assertThat(adopted).as("the beat has done what it was at").hasSize(1);
        }
    }
}
