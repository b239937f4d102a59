package org.nocturne.routes.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final long LOOK_AT_STORE_SECONDS = 2;
    /** A step of our own that takes longer is done again by the next runner. */
    private static final int LONGEST_STEP_SECONDS = 15;

    private static final String BY_A_PERSON = "stopped by a person";

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

    /** @param why in one line */
    private record Ended(Ending ending, String why) {}

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
    private final Heartbeat heartbeat;
    private Optional<ControlSocket> socket = Optional.empty();
    private Optional<Beside> beside = Optional.empty();
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

    /**
     * Runs until the campaign is finished, fails or is stopped; SIGTERM and Ctrl-C stop it.
     *
     * @throws OtherRunnerException if another runner leads
     */
    public Ending lead() throws Exception {
        return watched(false);
    }

    /** The same beside a runner that leads, until the campaign ends or this runner is stopped; the leader's death makes it lead. */
    public Ending join() throws Exception {
        return watched(true);
    }

    /**
     * Runs it aside and looks meanwhile whether the store still answers: H2 that has closed itself may hold whoever asks it something, for
     * ever.
     */
    private Ending watched(boolean mayHelp) throws Exception {
        FutureTask<Ending> work = new FutureTask<>(() -> run(mayHelp));
        Thread thread = new Thread(work, "campaign");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return work.get(LOOK_AT_STORE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                requireStore(work);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private void requireStore(FutureTask<Ending> work) {
        Campaign campaign = open;
        if (campaign == null || campaign.store().answers() || work.isDone() || open == null) {
            return;
        }
        stop.close();
        throw lost(campaign);
    }

    private StoreLostException lost(Campaign campaign) {
        Throwable why = campaign.fault().orElseGet(() -> new IllegalStateException("the store does not answer"));
        return new StoreLostException(folder.dir(), !campaign.store().isPostgres(), campaign.freeMb(), why);
    }

    private Ending run(boolean mayHelp) throws Exception {
        try (stop;
                Campaign campaign = new CampaignAssembly(folder, inputs, more).open(jsonLog, echo)) {
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
        Main camel = routes(campaign);
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
        socket = Optional.of(ControlSocket.listen(folder.dir(), new Answers(campaign, folder.report(), report, stop)));
        campaign.store().inTransaction(tx -> {
            tx.campaign().state("running", null);
            return null;
        });
        campaign.lead();
        beside = Optional.of(opening.open(campaign.store(), () -> Status.of(campaign, folder.report())));
        return true;
    }

    private Main routes(Campaign campaign) {
        Main camel = new Main();
        camel.bind("campaign", campaign);
        camel.addInitialProperty("campaign", folder.dir().toAbsolutePath().toString());
        Workplaces places = campaign.jobs().places();
        camel.addInitialProperty("slots", String.valueOf(places.own().slots()));
        camel.addInitialProperty(
                "audit.slots",
                String.valueOf(places.second().map(Workplace::slots).orElse(0)));
        camel.configure()
                .withName("nocturne")
                .withShutdownTimeout(LONGEST_STEP_SECONDS)
                .withUseMdcLogging(true)
                .withJmxEnabled(false);
        String own = folder.dir().resolve("routes.d").toAbsolutePath().toString();
        String more = Files.isDirectory(Path.of(own)) ? ",file:" + own + "/*.yaml" : "";
        camel.configure().withRoutesIncludePattern("classpath:org/nocturne/routes/loop.yaml" + more);
        return camel;
    }

    /** Waits for the end and says what it was. */
    private Ended watch(Campaign campaign) throws InterruptedException {
        while (!stop.await(LOOK_MILLIS)) {
            try {
                Optional<Ended> ended = look(campaign);
                if (ended.isPresent()) {
                    return ended.get();
                }
            } catch (RuntimeException e) {
                campaign.failed(e);
            }
        }
        return new Ended(Ending.STOPPED, BY_A_PERSON);
    }

    private Optional<Ended> look(Campaign campaign) {
        beside.ifPresent(Beside::lives);
        Optional<Throwable> fault = campaign.fault();
        if (fault.isPresent()) {
            if (!campaign.hasLostItsStore()) {
                LOG.error("this runner stops for a fault", fault.get());
            }
            return Optional.of(new Ended(Ending.FAILED, "fault: " + fault.get().getMessage()));
        }
        if (campaign.presence().isFoundDead()) {
            return Optional.of(
                    new Ended(Ending.FAILED, "this runner was silent for so long that another has taken its place"));
        }
        if (campaign.isHeld()) {
            return held(campaign);
        }
        tell(campaign);
        return campaign.leads() ? decide(campaign) : follow(campaign);
    }

    /** While something could not be written for want of room: the deadline comes all the same. */
    private static Optional<Ended> held(Campaign campaign) {
        Optional<Ended> spent = spent(campaign);
        if (spent.isEmpty() && campaign.leads()) {
            campaign.lookForRoom();
        }
        return spent;
    }

    /** Of the runner that leads. */
    private static Optional<Ended> decide(Campaign campaign) {
        if (state(campaign).equals(StopOrder.STOPPING)) {
            return Optional.of(new Ended(Ending.STOPPED, BY_A_PERSON));
        }
        campaign.lookForRoom();
        if (campaign.journal().catchUp() > 0) {
            campaign.next(); // another runner's labels make a retraining due as well
        }
        Optional<String> hopeless = campaign.progress().hopeless();
        if (hopeless.isPresent()) {
            return hopeless.map(why -> new Ended(Ending.FAILED, why));
        }
        return campaign.progress().isFinished()
                ? Optional.of(new Ended(Ending.FINISHED, "all candidates done"))
                : spent(campaign);
    }

    private static Optional<Ended> spent(Campaign campaign) {
        return campaign.budget().spent().map(why -> new Ended(Ending.SPENT, why));
    }

    /** Of a runner that helps: it ends with the campaign, or leads where the leader has died. */
    private Optional<Ended> follow(Campaign campaign) {
        String state = state(campaign);
        if (!state.equals("running")) {
            return Optional.of(new Ended(endingOfTheLeader(campaign), state));
        }
        if (leadIfNobodyDoes(campaign)) {
            LOG.warn("the runner that led is dead; this one leads now");
        }
        return spent(campaign);
    }

    private static Ending endingOfTheLeader(Campaign campaign) {
        return switch (state(campaign)) {
            case "finished" -> Ending.FINISHED;
            case "failed" -> Ending.FAILED;
            case "spent" -> Ending.SPENT;
            default -> Ending.STOPPED; // the campaign by a person, or this runner alone
        };
    }

    private static String state(Campaign campaign) {
        return campaign.store()
                .inTransaction(tx -> tx.campaign().find().orElseThrow().state());
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
        return campaign.store().inTransaction(tx -> tx.candidates().countByState());
    }

    private static int done(Map<String, Integer> states) {
        return states.getOrDefault("labelled", 0) + states.getOrDefault("failed", 0) + states.getOrDefault("held", 0);
    }
}
