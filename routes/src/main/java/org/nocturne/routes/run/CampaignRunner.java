package org.nocturne.routes.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.learning.loop.Account;
import org.nocturne.learning.loop.Extension;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a campaign from here to its end: starts the routes, watches, stops them, writes the report. Where another runner leads, this
 * one helps: it runs jobs, ends when the campaign ends, and takes the lead when the leader dies.
 */
public final class CampaignRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignRunner.class);
    private static final long LOOK_MILLIS = 200;

    /** How a run ended. */
    public enum Ending {
        FINISHED,
        /** It could not go on; the verdict says why. */
        FAILED,
        /** A person stopped it; resume goes on. */
        STOPPED,
        /** A budget is spent; resume with more goes on. */
        SPENT
    }

    /** Told now and then how far the campaign is. */
    public interface Watcher {
        void progress(int done, int planned, String what);

        /** Told which budget is spent when the campaign ends by it. */
        void spent(String why);

        /** Told where this runner only helps the one that leads. */
        void helps(String host, long pid);
    }

    private final CampaignFolder folder;
    private final Inputs inputs;
    private final Extension more;
    private final boolean jsonLog;
    private final Consumer<Event> echo;
    private final Watcher watcher;
    private final ReportWriter report;
    private final StopSignal stop = StopSignal.listen();
    private final Beside.Opening opening;
    private Optional<Clock> handed = Optional.empty();
    private Heartbeat heartbeat;
    private Optional<ControlSocket> socket = Optional.empty();
    private volatile Optional<Beside> beside = Optional.empty();
    private volatile @Nullable Campaign open;

    /** @param more what a person grants the campaign, beside what it has */
    public CampaignRunner(
            CampaignFolder folder,
            Inputs inputs,
            Extension more,
            boolean jsonLog,
            Consumer<Event> echo,
            Watcher watcher,
            ReportWriter report,
            Beside.Opening opening) {
        this.folder = folder;
        this.inputs = inputs;
        this.more = more;
        this.jsonLog = jsonLog;
        this.echo = echo;
        this.watcher = watcher;
        this.report = report;
        this.opening = opening;
        this.heartbeat = new Heartbeat(folder.dir(), Clock.systemUTC());
    }

    /** Has the campaign go by this clock in the place of the machine's: its times, its deadline, its schedule. */
    public CampaignRunner by(Clock clock) {
        handed = Optional.of(clock);
        heartbeat = new Heartbeat(folder.dir(), clock);
        return this;
    }

    /**
     * Runs until the campaign is finished, fails or is stopped; SIGTERM and Ctrl-C stop it.
     *
     * @throws OtherRunnerException if another runner leads
     */
    public Ending lead() throws Exception {
        return StoreWatch.watched(() -> run(false), this::lost);
    }

    /** The same beside a runner that leads, until the campaign ends or this runner is stopped; the leader's death makes it lead. */
    public Ending join() throws Exception {
        return StoreWatch.watched(() -> run(true), this::lost);
    }

    /** Null while the store of the open campaign answers. */
    private @Nullable StoreLostException lost() {
        Campaign campaign = open;
        if (campaign == null || campaign.store().answers() || open == null) {
            return null;
        }
        stop.close();
        return lost(campaign);
    }

    private StoreLostException lost(Campaign campaign) {
        Throwable why = campaign.fault().orElseGet(() -> new IllegalStateException("the store does not answer"));
        return new StoreLostException(folder.dir(), !campaign.store().isPostgres(), campaign.freeMb(), why);
    }

    private Ending run(boolean mayHelp) throws Exception {
        try (stop;
                Campaign campaign = new CampaignAssembly(folder, inputs, more, handed).open(jsonLog, echo)) {
            while (!mayHelp && !campaign.presence().lead()) {
                Optional<Runner> leader = campaign.presence().leaderElsewhere();
                if (leader.isPresent()) {
                    throw new OtherRunnerException(folder.dir(), leader.get());
                }
                Thread.sleep(LOOK_MILLIS); // one on another host, silent for long, is watched before it is called dead
            }
            campaign.presence().keepAlive();
            open = campaign;
            try {
                return runRoutes(campaign);
            } finally {
                open = null;
            }
        }
    }

    /** Writes the report of a campaign whose store is open. */
    public interface ReportWriter {
        Path write(Store store);
    }

    private Ending runRoutes(Campaign campaign) throws Exception {
        Main camel = LoopRoutes.of(campaign, folder);
        try {
            if (!leadIfNobodyDoes(campaign)) {
                campaign.presence().leaderElsewhere().ifPresent(leader -> watcher.helps(leader.host(), leader.pid()));
            }
            camel.start();
            Ended ended = watchAndStop(campaign, camel);
            if (ended.ending() != Ending.FINISHED) {
                campaign.jobs().cancelAll().forEach(campaign::record);
            }
            if (campaign.leads() && !campaign.presence().isFoundDead()) {
                if (ended.ending() == Ending.FINISHED) {
                    campaign.tidyAll();
                }
                end(campaign, ended);
                report.write(campaign.store());
            }
            if (ended.ending() == Ending.SPENT) {
                watcher.spent(ended.why());
            }
            return ended.ending();
        } finally {
            socket.ifPresent(ControlSocket::close);
            beside.ifPresent(Beside::close);
        }
    }

    /**
     * Waits for the end, ends what runs, all at once, and stops the routes. What is done by then counts as done.
     *
     * @throws StoreLostException if the store is gone: then nothing is ended, and what computes is found by the next runner
     */
    private Ended watchAndStop(Campaign campaign, Main camel) throws InterruptedException {
        Ended ended = watch(campaign);
        campaign.stopTraining(); // no exchange is to hold up the routes
        if (campaign.hasLostItsStore()) {
            throw lost(campaign);
        }
        campaign.jobs().close();
        try {
            campaign.jobs().endProcesses();
        } finally {
            camel.stop();
        }
        return ended;
    }

    /** Takes the lead where it is free: then this runner answers questions, writes the log, and decides. */
    private boolean leadIfNobodyDoes(Campaign campaign) {
        if (!campaign.presence().lead()) {
            return false;
        }
        socket = Optional.of(ControlSocket.listen(
                folder.dir(),
                new Answers(campaign, folder.report(), report, stop, word -> beside.flatMap(b -> b.answer(word)))));
        campaign.store().inTransaction(tx -> {
            tx.campaign().state("running", null);
            return null;
        });
        campaign.lead();
        beside = Optional.of(opening.open(campaign.store(), () -> Status.of(campaign, folder.report())));
        return true;
    }

    /** Waits for the end and says what it was. */
    private Ended watch(Campaign campaign) throws InterruptedException {
        EndOfCampaign end = new EndOfCampaign(campaign, () -> leadIfNobodyDoes(campaign));
        Occasion occasion = new Occasion(campaign::changes);
        while (!stop.await(LOOK_MILLIS)) {
            try {
                Optional<Ended> ended = look(campaign, end, occasion);
                if (ended.isPresent()) {
                    return ended.get();
                }
            } catch (RuntimeException e) {
                campaign.failed(e);
            }
        }
        return Ended.byAPerson();
    }

    private Optional<Ended> look(Campaign campaign, EndOfCampaign end, Occasion occasion) {
        beside.ifPresent(Beside::lives);
        Optional<Ended> ended = end.whateverTheDisk();
        if (ended.isPresent() || campaign.isHeld()) {
            return ended;
        }
        campaign.lookAtTheClock();
        if (!occasion.arises()) {
            return Optional.empty();
        }
        tell(campaign);
        return end.inOrder();
    }

    private void end(Campaign campaign, Ended ended) {
        String verdict = ended.why();
        String state =
                switch (ended.ending()) {
                    case FINISHED -> "finished";
                    case FAILED -> "failed";
                    case STOPPED -> "stopped";
                    case SPENT -> "spent";
                };
        campaign.store().inTransaction(tx -> {
            tx.campaign().state(state, verdict.length() > 2000 ? verdict.substring(0, 2000) : verdict);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("campaign", campaign.plan().name());
            fields.put(state, "");
            fields.put("why", '"' + verdict.replace('"', '\'') + '"');
            fields.put("report", folder.report().toString());
            Account account = campaign.budget().account();
            fields.put("core-hours", String.format(Locale.ROOT, "%.3f", account.coreHours()));
            fields.put("failures", String.valueOf(account.failures()));
            tx.events().append(ended.ending() == Ending.FAILED ? Event.Level.ERROR : Event.Level.INFO, "run", fields);
            return null;
        });
        CrashPoint.CAMPAIGN_ENDED.reached();
        heartbeat.end(state, done(states(campaign)), campaign.plan().proposals().count());
        campaign.journal().catchUp();
    }

    private void tell(Campaign campaign) {
        Map<String, Integer> states = states(campaign);
        int done = done(states);
        int planned = campaign.plan().proposals().count();
        watcher.progress(done, planned, String.valueOf(states));
        if (campaign.leads()) {
            heartbeat.beat(done, planned);
        }
    }

    private static Map<String, Integer> states(Campaign campaign) {
        return campaign.store().inTransaction(tx -> tx.tally().candidatesByState());
    }

    private static int done(Map<String, Integer> states) {
        return states.getOrDefault("labelled", 0) + states.getOrDefault("failed", 0) + states.getOrDefault("held", 0);
    }
}
