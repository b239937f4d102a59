package org.nocturne.routes.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This runner among those of its campaign: signs in, gives signs of life, takes over what dead runners have left, and leads where
 * nobody living does. Of a runner on this host its process tells whether it lives; of one elsewhere, how long it has been silent.
 */
final class Presence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final Duration BEAT = Duration.ofSeconds(3);

    private final Store store;
    private final Orphans orphans;
    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "presence");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean foundDead;
    private volatile int slotsOfOthers;

    private Presence(Store store, Orphans orphans) {
        this.store = store;
        this.orphans = orphans;
    }

    /** Enters this process in the campaign's list, and takes over at once what may be taken over. */
    static Presence signIn(Store store, Orphans orphans, int slots) {
        Presence presence = new Presence(store, orphans);
        ProcessIdentity self = ProcessIdentity.ofThisJvm();
        store.inTransaction(tx -> {
            tx.runners().insert(presence.id, self.host(), self.pid(), self.startTime(), slots);
            return null;
        });
        presence.lookRound();
        return presence;
    }

    String id() {
        return id;
    }

    /** From now on gives a sign of life every few seconds. */
    void keepAlive() {
        heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether others took this runner for dead and share its jobs among them: it must not go on. */
    boolean isFoundDead() {
        return foundDead;
    }

    /** Jobs that the other living runners can run at once. */
    int slotsOfOthers() {
        return slotsOfOthers;
    }

    /** Another runner that leads and lives, as well as one look can tell. */
    Optional<Runner> leaderElsewhere() {
        return living(store).stream()
                .filter(runner -> runner.leads() && !runner.id().equals(id))
                .findFirst();
    }

    /** Takes the lead, unless a runner has it that lives, or was not watched for long enough to be called dead. */
    boolean lead() {
        Optional<String> before = store.inTransaction(tx -> tx.runners().leader());
        if (before.equals(Optional.of(id))) {
            return true;
        }
        return livingOthers().stream().noneMatch(Runner::leads)
                && store.inTransaction(tx -> tx.runners().lead(id, before.orElse(null)));
    }

    /** The runners of a campaign that live, as well as one look can tell, the longest at work first. */
    static List<Runner> living(Store store) {
        return store.inTransaction(tx -> tx.runners().all()).stream()
                .filter(runner -> !Orphans.isDead(runner, store))
                .toList();
    }

    private void beat() {
        try {
            foundDead |= !store.inTransaction(tx -> tx.runners().seen(id));
            if (!foundDead) {
                lookRound();
            }
        } catch (RuntimeException e) {
            LOG.warn("no sign of life could be given: {}", e.getMessage());
        }
    }

    private void lookRound() {
        orphans.adopt(id);
        slotsOfOthers = livingOthers().stream().mapToInt(Runner::slots).sum();
    }

    /** Gives no more signs of life; the store cannot be reached to sign out. */
    void abandon() {
        heart.shutdownNow();
    }

    private List<Runner> livingOthers() {
        return store.inTransaction(tx -> tx.runners().all()).stream()
                .filter(runner -> !runner.id().equals(id) && !orphans.isDead(runner))
                .toList();
    }

    private void awaitLastBeat() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!heart.awaitTermination(BEAT.toMillis() * 10, TimeUnit.MILLISECONDS)) {
                LOG.warn("the last sign of life is not done after {} s", BEAT.toSeconds() * 10);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Signs out; a runner that leaves jobs behind stays in the list, for another to find. A beat that is under way is waited for and never
     * interrupted: an interrupt closes the file of an H2 store under the commit.
     */
    @Override
    public void close() {
        heart.shutdown();
        awaitLastBeat();
        store.inTransaction(tx -> {
            if (tx.jobs().running(id).isEmpty()) {
                tx.runners().ended(id);
            }
            return null;
        });
    }
}
