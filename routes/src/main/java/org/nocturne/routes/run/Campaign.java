package org.nocturne.routes.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.loop.Assessment;
import org.nocturne.learning.loop.Audit;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.ModelRegistry;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.loop.Quarantines;
import org.nocturne.learning.loop.Ran;
import org.nocturne.learning.loop.Recorder;
import org.nocturne.learning.loop.Retraining;
import org.nocturne.learning.loop.Room;
import org.nocturne.learning.loop.RoundEnd;
import org.nocturne.learning.loop.Scoring;
import org.nocturne.learning.loop.Temperatures;
import org.nocturne.learning.schedule.HandedClock;
import org.nocturne.learning.schedule.Schedule;
import org.nocturne.learning.store.Backups;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoreFile;
import org.nocturne.learning.train.NetworkTrainer;

/**
 * The parts of a running campaign under the words that the routes use. Of several runners one leads; in the others, what proposes,
 * judges and retrains does nothing, until they {@link #lead}.
 */
public final class Campaign implements AutoCloseable {
    private static final long ABANDON_MILLIS = 5000;

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final JobRunner jobs;
    private final Recorder recorder;
    private final ProposerInOffice proposing;
    private final Scoring scoring;
    private final Assessment assessment;
    private final RoundEnd roundEnd;
    private final Audit audit;
    private final Retraining retraining;
    private final ModelRegistry registry;
    private final Temperatures temperatures;
    private final NetworkTrainer networks;
    private final Progress progress;
    private final Budget budget;
    private final Room room;
    private final Holding holding;
    private final CampaignMeter meter;
    private final Quarantines quarantines;
    private final WorkTidying tidying;
    private final Presence presence;
    private final Supplier<Journal> routeLog;
    private final Schedule schedule;
    private final ConcurrentLinkedQueue<String> retrainFirings = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile Journal journal = Journal.SILENT;
    private volatile boolean leads;
    private final Supplier<StoreCare> caring;
    private final Optional<HandedClock> byHand;
    private volatile Optional<StoreCare> care = Optional.empty();

    Campaign(Wiring wiring) {
        plan = wiring.plan();
        store = wiring.store();
        files = wiring.files();
        jobs = wiring.jobs();
        presence = wiring.presence();
        routeLog = wiring.routeLog();
        recorder = new Recorder(plan, store, files);
        proposing = new ProposerInOffice(plan, store, files, wiring.proposers(), wiring.variation());
        scoring = new Scoring(plan, store, files, wiring.observable(), wiring.comparison());
        assessment =
                new Assessment(plan, store, files, wiring.comparison(), wiring.variation(), wiring.frozenReference());
        roundEnd = new RoundEnd(plan, store);
        audit = new Audit(plan, store, files, wiring.models());
        networks = wiring.networks();
        retraining = new Retraining(plan, store, files, wiring.models(), networks, wiring.hessians());
        registry = new ModelRegistry(plan, store, files, wiring.models());
        temperatures = new Temperatures(plan, store, files, wiring.models(), wiring.frozenReference());
        progress = new Progress(plan, store);
        budget = new Budget(plan.budget(), store, wiring.meter());
        room = new Room(plan, store, wiring.meter());
        meter = wiring.meter();
        tidying = wiring.tidying();
        holding = new Holding(meter);
        quarantines = new Quarantines(plan, store);
        schedule = Schedule.open(store, plan.name(), retrainFirings::add);
        byHand = wiring.handed().flatMap(clock -> cron().map(c -> new HandedClock(c, clock, schedule)));
        caring = () -> StoreCare.begin(store, new Backups(files.root()), budget, wiring.backupEvery());
    }

    public CampaignPlan plan() {
        return plan;
    }

    public Store store() {
        return store;
    }

    public JobRunner jobs() {
        return jobs;
    }

    public Progress progress() {
        return progress;
    }

    /** Grows with each change of this runner's own by which something else may be due: in the store, or a slot that has become free. */
    public long changes() {
        return store.changes() + jobs.freed();
    }

    /** What the campaign may still spend. */
    public Budget budget() {
        return budget;
    }

    /** Whether another candidate is to be proposed now, and there is something left to relax it with. */
    public boolean wantsCandidate(int buffer) {
        if (!leads) {
            return false;
        }
        int slots = buffer + slotsOfOthers();
        int most = jobs.mostInOneRun();
        boolean wanted = most > 1 ? progress.wantsCandidateOfRound(most * slots) : progress.wantsCandidate(slots);
        return wanted && budget.mayBegin(Step.RELAX);
    }

    Temperatures temperatures() {
        return temperatures;
    }

    ModelRegistry registry() {
        return registry;
    }

    /** From now on this runner writes the log and decides: it proposes, judges and has retrainings fired. */
    void lead() {
        journal = routeLog.get();
        leads = true;
        tidying.clearLeftovers();
        roundEnd.makeUp(); // of a round that the last runner had judged when it died
        care = Optional.of(store).filter(s -> !s.isPostgres()).map(s -> caring.get());
        cron().filter(c -> byHand.isEmpty()).ifPresent(schedule::everyCron);
        schedule.start();
        next(); // a retraining that was due when the last runner died
    }

    private Optional<String> cron() {
        return plan.learning().cron().filter(c -> plan.phase() == CampaignPlan.Phase.CRYSTAL);
    }

    /** Fires what is due by a clock that was handed in; Quartz fires by the machine's. */
    void lookAtTheClock() {
        byHand.filter(clock -> leads).ifPresent(HandedClock::look);
    }

    /** Whether this runner decides, or only runs jobs. */
    public boolean leads() {
        return leads;
    }

    Presence presence() {
        return presence;
    }

    /** How many jobs all living runners together can run at once beyond this one's own. */
    public int slotsOfOthers() {
        return presence.slotsOfOthers();
    }

    /** What fired a retraining that has not been done yet; it waits while the disk has too little room. */
    public Optional<String> retrainFiring() {
        return retrainFirings.isEmpty()
                        || budget.isPaused()
                        || !budget.hasRoom()
                        || budget.spent().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(retrainFirings.poll());
    }

    /** Starts the process of a claimed job. */
    public void start(Job job) {
        jobs.start(job).forEach(this::record);
    }

    /** Records what a process answered. */
    public void record(FinishedJob done) {
        recorder.record(done.job(), done.method(), done.outcome(), new Ran(done.took(), done.left(), done.asOne()));
        CrashPoint.RESULT_COMMITTED.reached();
        if (leads && done.outcome() instanceof Outcome.Failed) {
            quarantines.lookForBeginning();
        }
        journal.catchUp();
    }

    /** Proposes one candidate with the champion, or from the library of replicas where nothing is learned. */
    public void propose() {
        if (proposing.propose()) {
            CrashPoint.PROPOSAL_COMMITTED.reached();
            journal.catchUp();
        }
    }

    /** Computes patterns of newly labelled frames; those that another runner has labelled among them. */
    public void score() {
        if (!leads) {
            return;
        }
        scoring.scoreWhatIsMissing();
        journal.catchUp();
    }

    /** Judges the ensemble after a round. */
    public List<Judgement> assess(int round) {
        scoring.scoreWhatIsMissing();
        CrashPoint.PATTERNS_KEPT.reached();
        List<Judgement> ledger = assessment.assess(round);
        CrashPoint.ROUND_JUDGED.reached();
        journal.catchUp();
        return ledger;
    }

    /** Says what the round has shown, spends where the ledger is worst, and says what is done next. */
    public void acquire(int round, List<Judgement> ledger) {
        roundEnd.of(round, ledger);
        journal.catchUp();
    }

    /** Takes what the second code is to label of a round. */
    public void audit(int round) {
        audit.take(round);
        journal.catchUp();
    }

    /** A job that is done and whose work directory is to be packed or removed; none while the disk has too little room. */
    public Optional<Job> untidied() {
        return leads && budget.hasRoom() ? tidying.next() : Optional.empty();
    }

    /** Packs or removes its work directory. */
    public void tidy(Job job) {
        tidying.tidy(job);
    }

    /** Those that are left when all is done. */
    void tidyAll() {
        for (Optional<Job> next = untidied(); next.isPresent(); next = untidied()) {
            tidy(next.get());
        }
    }

    /** Retrains; a firing for labels that an earlier one has already served does nothing. */
    public void retrain(String firedBy) {
        if (!firedBy.equals(Schedule.LABELS) || progress.retrainingIsDue()) {
            try {
                retraining.retrain(firedBy);
            } catch (RuntimeException e) {
                retrainFirings.add(firedBy); // done again where this one only found no room
                throw e;
            }
            CrashPoint.MODEL_COMMITTED.reached();
            journal.catchUp();
        }
    }

    /** Has a network in training end at its checkpoint, from which a resume goes on. */
    void stopTraining() {
        networks.stop();
    }

    /** Asks the schedule for a retraining when enough labels have come in; ends what waits for another version where there is one. */
    public void next() {
        if (leads) {
            quarantines.lookForEnd();
        }
        if (leads && progress.retrainingIsDue()) {
            schedule.fireNow(Schedule.LABELS);
        }
    }

    /**
     * Takes what a step has thrown. One that found no room on the disk has left everything as it was and is asked for again when there is
     * some; anything else, and a store that cannot be read any more, stops the campaign.
     */
    public void failed(Throwable why) {
        if (DiskFull.isBehind(why) && store.answers()) {
            holding.begin(why);
        } else {
            halt(why);
        }
    }

    /** Whether nothing is to be asked for now because the disk has just been found full. */
    public boolean isHeld() {
        return holding.isOn();
    }

    long freeMb() {
        return meter.freeMb();
    }

    /** Looks whether the disk has room, and writes it down where that has changed. */
    void lookForRoom() {
        if (room.look()) {
            journal.catchUp();
        }
    }

    /** Stops the campaign for a fault of ours or of the machine; the main thread sees it. */
    public void halt(Throwable why) {
        fault.compareAndSet(null, Objects.requireNonNull(why));
    }

    /** What it was stopped for, if it was. */
    public Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }

    Journal journal() {
        return journal;
    }

    /** Whether the store is gone for this process, for which a fault is the sign. */
    boolean hasLostItsStore() {
        return fault().isPresent() && !store.answers();
    }

    @Override
    public void close() {
        if (hasLostItsStore()) {
            abandon();
            return;
        }
        care.ifPresent(StoreCare::close);
        schedule.close();
        proposing.close();
        journal.catchUp();
        journal.close();
        presence.close();
        store.close();
        if (!store.isPostgres()) {
            new StoreFile(files.root()).sync();
        }
    }

    /** Ends what does not need the store; whoever waits for an answer of it may wait for ever, and is left behind. */
    private void abandon() {
        schedule.abandon();
        presence.abandon();
        care.ifPresent(StoreCare::abandon);
        Thread closing = new Thread(proposing::close, "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(ABANDON_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }
}
