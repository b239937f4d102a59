package org.nocturne.learning.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.CampaignTable.Campaign;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTally;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/** What a campaign may still spend. It derives from the store, the clock and the disk; a restarted runner gets the same answers. */
public final class Budget {
    /** After an attempt for which the disk had no room, so that five of them are not made within a second. */
    private static final Duration AFTER_A_FULL_DISK = Duration.ofMinutes(1);

    private final BudgetPlan plan;
    private final Store store;
    private final Meter meter;

    public Budget(BudgetPlan plan, Store store, Meter meter) {
        this.plan = plan;
        this.store = store;
        this.meter = meter;
    }

    /** What has been spent. */
    public Account account() {
        return store.inTransaction(tx -> account(tx, tx.tally()));
    }

    private Account account(Transaction tx, JobTally tally) {
        Grant granted = granted(tx);
        Set<String> runs = new HashSet<>();
        double running = tx.jobs().running().stream()
                .filter(job -> runs.add(job.claimedToken()))
                .mapToDouble(this::coreHours)
                .sum();
        return new Account(
                granted,
                tx.now(),
                tally.coreHours() + running + tx.pipelines().coreHours(),
                tally.failedByThemselves(),
                granted.diskMb() == null ? 0 : meter.folderMb(),
                meter.freeMb());
    }

    private double coreHours(Job running) {
        return meter.ran(running).toMillis() / 3_600_000.0 * plan.cores(running.step());
    }

    /** Of a campaign that began before there were budgets: what it is granted when it is resumed. */
    private Grant granted(Transaction tx) {
        return tx.budgets().present().orElseGet(() -> plan.grant(tx.now()));
    }

    /** Which bound the campaign has reached, if it has. */
    public Optional<String> spent() {
        return account().spent();
    }

    /** Whether a job of this step may begin: nobody has paused the campaign, something is left of every bound, and it would be done before the deadline. */
    public boolean mayBegin(Step step) {
        return store.inTransaction(tx -> {
            JobTally tally = tx.tally();
            return !isPaused(tx) && account(tx, tally).spent().isEmpty() && hasRoom(tx, tally) && fits(tx, step);
        });
    }

    /** Whether a person wants nothing new to be begun. */
    public boolean isPaused() {
        return store.inTransaction(Budget::isPaused);
    }

    private static boolean isPaused(Transaction tx) {
        return tx.campaign().find().map(Campaign::isPaused).orElse(false);
    }

    /** Whether something new may be begun as far as the disk is concerned. */
    public boolean hasRoom() {
        return store.inTransaction(tx -> hasRoom(tx, tx.tally()));
    }

    private boolean hasRoom(Transaction tx, JobTally tally) {
        return tx.pauses().open().isEmpty()
                && meter.freeMb() >= granted(tx).keepFreeMb()
                && tally.lastWithoutRoom()
                        .map(last -> last.plus(AFTER_A_FULL_DISK).isBefore(tx.now()))
                        .orElse(true);
    }

    /** Whether what this step has typically taken so far is left until the deadline. A step that was never done is tried. */
    public boolean fits(Transaction tx, Step step) {
        Instant until = granted(tx).until();
        return until == null
                || tx.jobs()
                        .typicalTime(step)
                        .map(typical -> !tx.now().plus(typical).isAfter(until))
                        .orElse(true);
    }
}
