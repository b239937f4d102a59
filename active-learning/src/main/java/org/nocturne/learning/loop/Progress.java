package org.nocturne.learning.loop;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTally;
import org.nocturne.learning.store.LedgerTable.Assessment;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;

/** What the store says should happen next. No answer depends on anything but the store, so a restarted runner gets the same ones. */
public final class Progress {
    /** A campaign with this many failed candidates, or replicas, and not one success is hopeless. */
    private static final int HOPELESS = 6;

    private final CampaignPlan plan;
    private final Store store;

    public Progress(CampaignPlan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /** Whether a job of this step may start: replicas need the inherent structure they start from. */
    private static boolean mayStart(Transaction tx, Step step) {
        return step != Step.REPLICA || tx.subjects().basins().stream().anyMatch(b -> b.inherent() != null);
    }

    /**
     * The step of the oldest pending job that may start, of those that share their slots with this step: a second code has its own. One
     * that may not start is passed over: a start structure that is minimised again stands behind the replicas that wait for it.
     */
    public Optional<Step> turn(Step among) {
        return turn(among, (tx, step) -> true);
    }

    /**
     * The same of those steps that something else allows too.
     *
     * @param also such as that a job of the step would be done before a deadline
     */
    public Optional<Step> turn(Step among, BiPredicate<Transaction, Step> also) {
        return store.inTransaction(tx -> tx.jobs().pendingSteps().stream()
                .filter(step -> (step == Step.AUDIT) == (among == Step.AUDIT))
                .filter(step -> mayStart(tx, step) && also.test(tx, step))
                .findFirst());
    }

    /**
     * Whether another candidate should be proposed now: there is something to propose with, candidates are left, and fewer wait
     * than {@code buffer}.
     */
    public boolean wantsCandidate(int buffer) {
        return store.inTransaction(tx -> mayPropose(tx) && unrelaxed(tx, Job.State.PENDING) < buffer);
    }

    /**
     * The same where many candidates are relaxed in one run: a round is proposed at once, and the next when that is relaxed, so that it is proposed
     * by what has been learned meanwhile.
     *
     * @param most candidates that all runs together take
     */
    public boolean wantsCandidateOfRound(int most) {
        int open = Math.min(most, plan.proposals().roundSize());
        return store.inTransaction(
                tx -> mayPropose(tx) && unrelaxed(tx, Job.State.PENDING) + unrelaxed(tx, Job.State.RUNNING) < open);
    }

    /** Candidates on their way to the end of the relax step; variants are minimised before it, and nothing else is once proposals are made. */
    private static int unrelaxed(Transaction tx, Job.State state) {
        return tx.jobs().count(Step.MINIMISE, state) + tx.jobs().count(Step.RELAX, state);
    }

    private boolean mayPropose(Transaction tx) {
        return canPropose(tx) && tx.candidates().count() < plan.proposals().count();
    }

    private boolean canPropose(Transaction tx) {
        return plan.phase() == CampaignPlan.Phase.CRYSTAL
                ? tx.models().champion().isPresent()
                : libraryIsThere(tx) && (plan.proposals().variants().isEmpty() || libraryIsAtRest(tx));
    }

    private static boolean libraryIsThere(Transaction tx) {
        List<Replica> library = tx.subjects().replicas().stream()
                .filter(r -> r.role() == Role.TRAINING)
                .toList();
        return library.stream().anyMatch(r -> r.series() != null)
                && library.stream().noneMatch(r -> Replicas.isOpen(tx, r));
    }

    /** Variants are made of what every replica has fallen to: one that came later would move whose turn it is. */
    private static boolean libraryIsAtRest(Transaction tx) {
        return !tx.jobs().anyOpen(Subject.Kind.BASIN)
                && tx.variants().parents().stream().anyMatch(p -> p.inherent() != null);
    }

    /** The next round that is complete and has not been assessed. */
    public OptionalInt roundToAssess() {
        return store.inTransaction(tx -> {
            int assessed = tx.ledger().newestAssessment().map(Assessment::round).orElse(0);
            return completeAfter(tx, assessed);
        });
    }

    /** The next round that is complete and of which the second code has been given nothing yet; none where there is no second code. */
    public OptionalInt roundToAudit() {
        return plan.audit().isEmpty()
                ? OptionalInt.empty()
                : store.inTransaction(tx -> completeAfter(tx, tx.specimens().lastRound()));
    }

    private OptionalInt completeAfter(Transaction tx, int done) {
        int next = done + 1;
        int proposed = tx.candidates().count();
        boolean complete = proposed
                        >= Math.min(
                                next * plan.proposals().roundSize(),
                                plan.proposals().count())
                && proposed > done * plan.proposals().roundSize()
                && tx.candidates().openInRound(next) == 0;
        return complete ? OptionalInt.of(next) : OptionalInt.empty();
    }

    /**
     * Whether enough labels, or all replicas that acquisition bought, have come in since the last retraining, and the held-out replicas
     * that judge it are done. The first one is due at the latest when no job is open, since no more labels come without a model.
     */
    public boolean retrainingIsDue() {
        return store.inTransaction(this::retrainingIsDue);
    }

    private boolean retrainingIsDue(Transaction tx) {
        if (plan.phase() != CampaignPlan.Phase.CRYSTAL) {
            return false;
        }
        List<Model> models = tx.models().all();
        int known = Math.max(
                models.stream().mapToInt(Model::frames).max().orElse(0),
                tx.failedTrainings().mostFramesTried(FailedTrainings.ATTEMPTS));
        int labels = labels(tx, plan.learning().roles());
        boolean judges = labels(tx, Role.HELD_OUT) > 0
                && tx.subjects().replicas().stream()
                        .filter(r -> r.role() == Role.HELD_OUT)
                        .noneMatch(r -> Replicas.isOpen(tx, r));
        boolean enough = labels - known >= plan.learning().everyLabels()
                || models.isEmpty() && labels > known && isIdle(tx)
                || labels > known && Purchases.waitForRetraining(tx);
        return judges && enough;
    }

    /** Labels of the basin's method: no others are learned from or judged by, so no others make a retraining due. */
    private static int labels(Transaction tx, Role... roles) {
        Optional<String> method = tx.subjects().basins().stream()
                .filter(b -> b.inherent() != null)
                .findFirst()
                .map(b -> Objects.requireNonNull(b.methodId()));
        return method.stream()
                .mapToInt(id -> Arrays.stream(roles)
                        .mapToInt(role -> role == Role.CANDIDATE
                                ? tx.tally().labelledCandidates(id)
                                : tx.frames().labels(role, id))
                        .sum())
                .sum();
    }

    private static boolean isIdle(Transaction tx) {
        return tx.jobs().count(Job.State.PENDING) == 0 && tx.jobs().count(Job.State.RUNNING) == 0;
    }

    /** Whether everything has been done: all candidates proposed, no job open, every round assessed and audited, no retraining due. */
    public boolean isFinished() {
        boolean jobsDone = store.inTransaction(
                tx -> tx.candidates().count() >= plan.proposals().count() && isIdle(tx));
        return jobsDone && roundToAssess().isEmpty() && roundToAudit().isEmpty() && !retrainingIsDue();
    }

    /** Why the campaign is to stop before its last round, if it is: so many rounds have brought no progress. */
    public Optional<String> stalled() {
        return store.inTransaction(Stall::stops);
    }

    /** Why the campaign cannot go on, if it cannot. */
    public Optional<String> hopeless() {
        return store.inTransaction(tx -> withoutBasin(tx)
                .or(() -> withoutReplica(tx))
                .or(() -> withoutProposer(tx))
                .or(() -> withoutSuccess(tx)));
    }

    /** So many have failed, none succeeded, and none is at work that still could: the others that wait would fail too. */
    private static Optional<String> withoutReplica(Transaction tx) {
        List<Replica> replicas = tx.subjects().replicas();
        if (replicas.stream().anyMatch(r -> r.series() != null)) {
            return Optional.empty();
        }
        List<List<Job>> tried = replicas.stream()
                .map(r -> tx.jobs().of(Subject.replica(r.id())))
                .filter(jobs -> jobs.stream().anyMatch(j -> j.state() != Job.State.PENDING))
                .toList();
        List<Job> failed = tried.stream()
                .map(jobs -> jobs.get(jobs.size() - 1))
                .filter(last -> last.state() == Job.State.FAILED)
                .toList();
        return failed.size() == tried.size() && failed.size() >= HOPELESS
                ? Optional.of("all " + failed.size() + " replicas that were tried failed; last: " + last(failed))
                : Optional.empty();
    }

    private static Optional<String> withoutBasin(Transaction tx) {
        boolean given = tx.jobs().anyOpen(Subject.Kind.BASIN)
                || tx.subjects().basins().stream().anyMatch(b -> b.inherent() != null);
        return given
                ? Optional.empty()
                : tx.jobs().failed().stream()
                        .filter(j -> j.subject().kind() == Subject.Kind.BASIN)
                        .reduce((older, newer) -> newer)
                        .map(j -> "the start structure could not be minimised: " + j.cause() + ", " + j.detail());
    }

    /** No candidate, no job, nothing to propose with, and no retraining that could change it. */
    private Optional<String> withoutProposer(Transaction tx) {
        if (tx.candidates().count() > 0
                || tx.subjects().basins().isEmpty()
                || !isIdle(tx)
                || canPropose(tx)
                || retrainingIsDue(tx)) {
            return Optional.empty();
        }
        List<Model> models = tx.models().all();
        if (!models.isEmpty()) {
            Model newest = models.get(models.size() - 1);
            return Optional.of("no model can propose; v" + newest.version() + ": " + newest.reason());
        }
        Optional<String> training = tx.failedTrainings().newestReason();
        if (training.isPresent()) {
            return training.map(why -> "no model could be trained: " + why);
        }
        List<Job> failed = tx.jobs().failed();
        if (!failed.isEmpty() && !tx.variants().parents().isEmpty()) {
            return Optional.of(
                    "no replica could be minimised, so there is nothing to make variants of; last: " + last(failed));
        }
        return Optional.of(
                failed.isEmpty()
                        ? "no model can be judged: the campaign has no held-out replica"
                        : "no replica gave a frame to learn from, or none to judge by; last: " + last(failed));
    }

    /** A candidate that will be tried again has not failed. */
    private Optional<String> withoutSuccess(Transaction tx) {
        JobTally tally = tx.tally();
        int failed = tally.candidatesByState().getOrDefault("failed", 0);
        boolean allDone = tx.candidates().count() >= plan.proposals().count() && isIdle(tx);
        boolean hopeless = tally.labelledCandidates() == 0 && (failed >= HOPELESS || allDone && failed > 0);
        return hopeless
                ? Optional.of("all " + failed + " candidates failed; last: "
                        + last(tx.jobs().failed()))
                : Optional.empty();
    }

    private static String last(List<Job> failed) {
        Job job = failed.get(failed.size() - 1);
        return job.subject().name() + " " + job.step().word() + " " + job.cause() + ", " + job.detail();
    }
}
