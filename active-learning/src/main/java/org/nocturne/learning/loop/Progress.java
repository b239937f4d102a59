package org.nocturne.learning.loop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;

/** What the store says should happen next. No answer depends on anything but the store, so a restarted runner gets the same ones. */
public final class Progress {
    /** A campaign with this many failures and not one success is hopeless. */
    private static final int HOPELESS = 6;

    private final CampaignPlan plan;
    private final Store store;

    public Progress(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** Whether a job of this step may start: replicas need the inherent structure they start from. */
    public boolean mayStart(Step step) {
        return step != Step.REPLICA
                || store.inTransaction(tx -> tx.subjects().basins().stream().anyMatch(b -> b.inherent() != null));
    }

    /** The step of the oldest pending job. */
    public Optional<Step> turn() {
        return store.inTransaction(tx -> Arrays.stream(Step.values())
                .flatMap(step -> tx.jobs().oldestPending(step).stream())
                .min(Comparator.comparingLong(Job::id))
                .map(Job::step));
    }

    /**
     * Whether another candidate should be proposed now: there is something to propose with, candidates are left, and fewer wait
     * than {@code buffer}.
     */
    public boolean wantsCandidate(int buffer) {
        return store.inTransaction(tx -> {
            boolean canPropose = plan.phase() == CampaignPlan.Phase.CRYSTAL
                    ? tx.models().champion().isPresent()
                    : libraryIsThere(tx);
            return canPropose
                    && tx.subjects().candidateCount() < plan.candidates()
                    && tx.jobs().count(Step.RELAX, Job.State.PENDING) < buffer;
        });
    }

    private static boolean libraryIsThere(Transaction tx) {
        List<Replica> library = tx.subjects().replicas().stream()
                .filter(r -> r.role() == Role.TRAINING)
                .toList();
        return library.stream().anyMatch(r -> r.series() != null)
                && library.stream().noneMatch(r -> isOpen(tx, r));
    }

    private static boolean isOpen(Transaction tx, Replica replica) {
        return tx.jobs().of(Subject.replica(replica.id())).stream()
                .anyMatch(j -> j.state() == Job.State.PENDING || j.state() == Job.State.RUNNING);
    }

    /** The next round that is complete and has not been assessed. */
    public OptionalInt roundToAssess() {
        return store.inTransaction(tx -> {
            int assessed = tx.ledger().assessments().stream()
                    .mapToInt(LedgerTable.Assessment::round)
                    .max()
                    .orElse(0);
            int next = assessed + 1;
            int proposed = tx.subjects().candidateCount();
            boolean complete = proposed >= Math.min(next * plan.roundSize(), plan.candidates())
                    && proposed > assessed * plan.roundSize()
                    && tx.subjects().openInRound(next) == 0;
            return complete ? OptionalInt.of(next) : OptionalInt.empty();
        });
    }

    /** Whether enough labels have come in since the last retraining, and the held-out replicas that judge it are done. */
    public boolean retrainingIsDue() {
        if (plan.phase() != CampaignPlan.Phase.CRYSTAL) {
            return false;
        }
        return store.inTransaction(tx -> {
            int known = tx.models().all().stream().mapToInt(Model::frames).max().orElse(0);
            int labels = Arrays.stream(plan.learnedRoles())
                    .mapToInt(tx.frames()::labels)
                    .sum();
            boolean judges = tx.frames().labels(Role.HELD_OUT) > 0
                    && tx.subjects().replicas().stream()
                            .filter(r -> r.role() == Role.HELD_OUT)
                            .noneMatch(r -> isOpen(tx, r));
            return judges && labels - known >= plan.retrainEvery();
        });
    }

    /** Whether everything has been done: all candidates proposed, no job open, every round assessed, no retraining due. */
    public boolean isFinished() {
        boolean jobsDone = store.inTransaction(tx -> tx.subjects().candidateCount() >= plan.candidates()
                && tx.jobs().count(Job.State.PENDING) == 0
                && tx.jobs().count(Job.State.RUNNING) == 0);
        return jobsDone && roundToAssess().isEmpty() && !retrainingIsDue();
    }

    /** Why the campaign cannot go on, if it cannot. */
    public Optional<String> hopeless() {
        return store.inTransaction(tx -> {
            List<Job> failed = tx.jobs().failed();
            boolean idle = tx.jobs().count(Job.State.PENDING) == 0 && tx.jobs().count(Job.State.RUNNING) == 0;
            for (Job job : failed) {
                if (job.subject().kind() == Subject.Kind.BASIN
                        && !tx.jobs().anyOpen(Subject.Kind.BASIN)
                        && tx.subjects().basins().stream().allMatch(b -> b.inherent() == null)) {
                    return Optional.of(
                            "the start structure could not be minimised: " + job.cause() + ", " + job.detail());
                }
            }
            Optional<String> stuck = tx.subjects().candidateCount() == 0 && idle && !failed.isEmpty()
                    ? Optional.of("no replica gave a frame to learn from; last: " + last(failed))
                    : Optional.empty();
            if (stuck.isPresent()) {
                return stuck;
            }
            long failedCandidates = failed.stream()
                    .filter(j -> j.subject().kind() == Subject.Kind.CANDIDATE)
                    .count();
            boolean noSuccess = tx.frames().labels(Role.CANDIDATE) == 0;
            boolean allDone = tx.subjects().candidateCount() >= plan.candidates() && idle;
            if (noSuccess && (failedCandidates >= HOPELESS || allDone && failedCandidates > 0)) {
                return Optional.of("all " + failedCandidates + " candidates failed; last: " + last(failed));
            }
            return Optional.<String>empty();
        });
    }

    private static String last(List<Job> failed) {
        Job job = failed.get(failed.size() - 1);
        return job.subject().name() + " " + job.step().word() + " " + job.cause() + ", " + job.detail();
    }
}
