package org.nocturne.learning.loop;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;

/** Whether the replicas that acquisition bought, or that came with a temperature, have been run, learned from, and what was learned been proposed with. */
final class Purchases {
    private Purchases() {}

    /** Whether none is open, and some have ended since the newest version was made. */
    static boolean waitForRetraining(Transaction tx) {
        return !anyIsOpen(tx) && ended(tx).anyMatch(end -> end.isAfter(newestVersion(tx)));
    }

    /** Whether all are done, learned from, and the newest candidate is of the version in office. */
    static boolean areJudged(Transaction tx) {
        if (anyIsOpen(tx) || ended(tx).anyMatch(end -> end.isAfter(newestVersion(tx)))) {
            return false;
        }
        Integer office = tx.models().champion().map(Model::version).orElse(null);
        Optional<Candidate> newest = tx.candidates().find(tx.candidates().count());
        return newest.isEmpty() || Objects.equals(newest.get().modelVersion(), office);
    }

    private static Instant newestVersion(Transaction tx) {
        List<Model> models = tx.models().all();
        return models.isEmpty() ? Instant.EPOCH : models.get(models.size() - 1).createdAt();
    }

    private static boolean anyIsOpen(Transaction tx) {
        return jobs(tx).anyMatch(j -> j.state() == Job.State.PENDING || j.state() == Job.State.RUNNING);
    }

    private static Stream<Instant> ended(Transaction tx) {
        return jobs(tx).filter(j -> j.state() == Job.State.DONE)
                .map(Job::endedAt)
                .filter(Objects::nonNull);
    }

    private static Stream<Job> jobs(Transaction tx) {
        return tx.subjects().replicas().stream()
                .filter(r -> (Replicas.wasAcquired(r) || Replicas.wasAdded(r)) && r.role() != Role.REFERENCE)
                .flatMap(r -> tx.jobs().of(Subject.replica(r.id())).stream());
    }
}
