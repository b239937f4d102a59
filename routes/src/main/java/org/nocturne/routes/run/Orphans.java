package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;

/**
 * Running jobs whose runner has died. One that can be seen from here is taken over as it is, alive or not. Of one on a host that
 * cannot be seen only its files tell: it is taken over once they say that it has ended, or when its time limit is over for certain, so
 * that no second copy runs beside a first that still lives.
 */
final class Orphans {
    private static final Duration AFTER_THE_LIMIT = Duration.ofMinutes(2);

    private final Store store;
    private final Path campaignDir;
    private final Workplaces places;
    private final Lifesigns signs = new Lifesigns(System::nanoTime);

    Orphans(Store store, Path campaignDir, Workplaces places) {
        this.store = store;
        this.campaignDir = campaignDir;
        this.places = places;
    }

    /**
     * Whether a runner has died without signing out, as well as it can be told by one look. An H2 file has one owner, so whoever else stands in
     * its list is dead.
     */
    static boolean isDead(Runner runner, Store store) {
        return provenDead(runner, store).orElseGet(() -> runner.silent().compareTo(Lifesigns.LEASE) > 0);
    }

    /** The same by one who has looked before, and who may take what was the other's. */
    boolean isDead(Runner runner) {
        return provenDead(runner, store).orElseGet(() -> signs.isSilent(runner));
    }

    /** Empty where only silence can tell. */
    private static Optional<Boolean> provenDead(Runner runner, Store store) {
        ProcessIdentity process = new ProcessIdentity(runner.host(), runner.pid(), runner.startTime());
        if (process.isOfThisHost()) {
            return Optional.of(!process.isAlive());
        }
        return store.isPostgres() ? Optional.empty() : Optional.of(true);
    }

    /** Makes jobs of dead runners, and of none, those of this one. */
    void adopt(String heir) {
        for (Job job : store.inTransaction(tx -> tx.jobs().orphans())) {
            store.inTransaction(tx -> tx.jobs().adopt(job, heir));
        }
        for (Runner runner : store.inTransaction(tx -> tx.runners().all())) {
            if (!runner.id().equals(heir) && isDead(runner)) {
                adoptFrom(runner, heir);
            }
        }
    }

    private void adoptFrom(Runner dead, String heir) {
        List<Job> jobs = store.inTransaction(tx -> tx.jobs().running(dead.id()));
        List<Job> free = jobs.stream().filter(job -> mayBeTaken(job, dead)).toList();
        store.inTransaction(tx -> {
            free.forEach(job -> tx.jobs().adopt(job, heir));
            if (free.size() == jobs.size()) {
                tx.runners().ended(dead.id());
            }
            return null;
        });
    }

    private boolean mayBeTaken(Job job, Runner dead) {
        Instant begun = job.startedAt() == null ? Instant.EPOCH : job.startedAt();
        Workplace place = places.of(job.step());
        return place.launcher().reaches(dead.host())
                || hasEnded(job)
                || begun.plus(place.longest()).plus(AFTER_THE_LIMIT).isBefore(store.inTransaction(tx -> tx.now()));
    }

    private boolean hasEnded(Job job) {
        try {
            return places.of(job.step())
                    .launcher()
                    .look(job.claimedToken(), campaignDir.resolve(job.claimedWorkDir()))
                    .fold(() -> false, running -> false, ended -> true, () -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(job.claimedWorkDir() + ": " + e.getMessage(), e);
        }
    }
}
