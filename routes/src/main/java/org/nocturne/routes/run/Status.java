package org.nocturne.routes.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.loop.Account;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.VariantFigures;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTally;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.PipelineTable;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.TidiedWorkTable.Sum;
import org.nocturne.learning.store.Transaction;

/**
 * Where a campaign stands, as the command {@code status} prints it.
 *
 * @param state running, paused (by a person), interrupted, stopping, stopped, finished, failed or spent
 * @param runners that live, the longest at work first
 * @param candidates by state
 * @param jobs by state
 * @param labels in the store
 * @param retrainings done, of which {@code promoted} were promoted
 * @param champion version in office; null before the first
 * @param bestRwp smallest Rwp of the ensemble mean; null before the first assessment
 * @param round verdict on the newest round that was judged, and the next action; null before the first
 * @param variants how far they have gone from their parents; null where there are none, or none has been measured
 * @param specimens given to a second code, by state: compared, open, failed; empty where there is none
 * @param temperaturesAddedK those at which is proposed and judged beside those of the campaign's file
 * @param quarantines ranges of temperature that get no work until another version is in office, in words
 * @param failures by cause
 * @param budget what it has spent of what it was granted
 * @param tasks of pipelines that jobs have run, by process; empty where there is none
 * @param work what has become of work directories; null where none was touched
 * @param report where the report lies or will lie
 */
public record Status(
        String campaign,
        String state,
        @Nullable String verdict,
        boolean runnerAlive,
        List<RunnerLine> runners,
        Map<String, Integer> candidates,
        int candidatesPlanned,
        Map<String, Integer> jobs,
        int labels,
        int retrainings,
        int promoted,
        @Nullable Integer champion,
        int rounds,
        @Nullable Double bestRwp,
        @Nullable Double bestChi2,
        @Nullable RoundStanding round,
        @Nullable VariantStanding variants,
        Map<String, Integer> specimens,
        List<Double> temperaturesAddedK,
        List<String> quarantines,
        Map<String, Integer> failures,
        BudgetStatus budget,
        List<PipelineTable.Sum> tasks,
        @Nullable TidiedStanding work,
        String report) {

    /** @param running jobs that it has in hand, of so many slots */
    public record RunnerLine(String host, long pid, boolean leads, int running, int slots) {}

    /** Calculations that may run at once, of all runners. */
    public int slots() {
        return runners.stream().mapToInt(RunnerLine::slots).sum();
    }

    /** Calculations that run. */
    public int busySlots() {
        return runners.stream().mapToInt(RunnerLine::running).sum();
    }

    /** Of a campaign that this process runs. */
    static Status of(Campaign campaign, Path report) {
        return of(
                campaign.store(),
                campaign.budget(),
                campaign.plan().proposals().count(),
                true,
                report.toAbsolutePath().toString());
    }

    static Status of(Store store, Budget spending, int planned, boolean alive, String report) {
        Account account = spending.account();
        List<Runner> runners = Presence.living(store);
        return store.inTransaction(tx -> {
            var campaign = tx.campaign()
                    .find()
                    .orElseThrow(() ->
                            new IllegalArgumentException(report + ": the campaign of this folder has not begun yet"));
            List<Model> models = tx.models().all();
            LedgerTable.Best best = tx.ledger().best();
            JobTally tally = tx.tally();
            Map<String, Integer> jobs = new LinkedHashMap<>();
            tally.byState().forEach((jobState, count) -> jobs.put(jobState.name(), count));
            Map<String, Integer> failures = new TreeMap<>();
            tally.failuresByCause().forEach((cause, count) -> failures.put(cause.name(), count));
            boolean interrupted = campaign.isUnderWay() && !alive;
            return new Status(
                    campaign.name(),
                    interrupted ? "interrupted" : campaign.state(),
                    campaign.verdict(),
                    alive,
                    runners.stream()
                            .map(r -> new RunnerLine(
                                    r.host(),
                                    r.pid(),
                                    r.leads(),
                                    (int) tx.jobs().running(r.id()).stream()
                                            .filter(job -> job.step() != Step.AUDIT) // it has slots of its own
                                            .map(Job::claimedToken)
                                            .distinct()
                                            .count(),
                                    r.slots()))
                            .toList(),
                    tally.candidatesByState(),
                    planned,
                    jobs,
                    tx.frames().labels(),
                    models.size(),
                    (int) models.stream()
                            .filter(m -> m.verdict().equals("promoted"))
                            .count(),
                    tx.models().champion().map(Model::version).orElse(null),
                    best.rounds(),
                    best.rwp(),
                    best.chi2(),
                    tx.verdicts().newest().map(RoundStanding::of).orElse(null),
                    VariantFigures.of(tx.variants().all())
                            .map(VariantStanding::of)
                            .orElse(null),
                    tx.specimens().countByState(),
                    tx.temperatures().added().stream().map(Kelvin::value).toList(),
                    tx.quarantines().open().stream()
                            .map(q -> q.from() + " to " + q.to() + ": " + q.cause() + " in " + q.failed() + " of "
                                    + q.tried() + " candidates of v" + q.modelVersion())
                            .toList(),
                    failures,
                    BudgetStatus.of(
                            account,
                            tx.pauses().open().map(p -> p.began().toString()).orElse(null)),
                    tx.pipelines().sums(),
                    work(tx),
                    report);
        });
    }

    private static @Nullable TidiedStanding work(Transaction tx) {
        List<Sum> sums = tx.tidied().sums();
        return sums.isEmpty() ? null : TidiedStanding.ofSums(sums);
    }
}
