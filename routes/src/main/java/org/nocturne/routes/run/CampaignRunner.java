package org.nocturne.routes.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.main.Main;
import org.nocturne.core.crash.CrashPoint;
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
    private static final String BY_A_PERSON = "stopped by a person";

    /** How a run ended. */
    public enum Ending {
        FINISHED,
        /** It could not go on; the verdict says why. */
        FAILED,
        /** A person stopped it; resume goes on. */
        STOPPED
    }

    /** Told now and then how far the campaign is. */
    public interface Watcher {
        void progress(int done, int planned, String what);

        /** Told where this runner only helps the one that leads. */
        void helps(String host, long pid);
    }

    private final CampaignFolder folder;
    private final Inputs inputs;
    private final boolean jsonLog;
    private final Consumer<Event> echo;
    private final Watcher watcher;
    private final ReportWriter report;
    private final StopSignal stop = StopSignal.listen();
    private Optional<ControlSocket> socket = Optional.empty();

    public CampaignRunner(
            CampaignFolder folder,
            Inputs inputs,
            boolean jsonLog,
            Consumer<Event> echo,
            Watcher watcher,
            ReportWriter report) {
        this.folder = folder;
        this.inputs = inputs;
        this.jsonLog = jsonLog;
        this.echo = echo;
        this.watcher = watcher;
        this.report = report;
    }

    /**
     * Runs until the campaign is finished, fails or is stopped; SIGTERM and Ctrl-C stop it.
     *
     * @throws OtherRunnerException if another runner leads
     */
    public Ending lead() throws Exception {
        return run(false);
    }

    /** The same beside a runner that leads, until the campaign ends or this runner is stopped; the leader's death makes it lead. */
    public Ending join() throws Exception {
        return run(true);
    }

    private Ending run(boolean mayHelp) throws Exception {
        try (stop;
                Campaign campaign = new CampaignAssembly(folder, inputs).open(jsonLog, echo)) {
            while (!mayHelp && !campaign.presence().lead()) {
                Optional<Runner> leader = campaign.presence().leaderElsewhere();
                if (leader.isPresent()) {
                    throw new OtherRunnerException(folder.dir(), leader.get());
                }
                Thread.sleep(LOOK_MILLIS); // one on another host, silent for long, is watched before it is called dead
            }
            campaign.presence().keepAlive();
            return runRoutes(campaign);
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
            String verdict = watchAndStop(campaign, camel);
            Ending ending = ending(campaign);
            if (ending == Ending.STOPPED || ending == Ending.FAILED) {
                campaign.jobs().cancelAll().forEach(campaign::record);
            }
            if (campaign.leads() && !campaign.presence().isFoundDead()) {
                end(campaign, ending, verdict);
                report.write(campaign.store());
            }
            return ending;
        } finally {
            socket.ifPresent(ControlSocket::close);
        }
    }

    private String watchAndStop(Campaign campaign, Main camel) throws InterruptedException {
        try {
            return watch(campaign);
        } finally {
            campaign.stopTraining(); // no exchange is to hold up the routes
            camel.stop();
        }
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
                .withShutdownTimeout(30)
                .withUseMdcLogging(true)
                .withJmxEnabled(false);
        String own = folder.dir().resolve("routes.d").toAbsolutePath().toString();
        String more = Files.isDirectory(Path.of(own)) ? ",file:" + own + "/*.yaml" : "";
        camel.configure().withRoutesIncludePattern("classpath:org/nocturne/routes/loop.yaml" + more);
        return camel;
    }

    /** Waits for the end and says what it was. */
    private String watch(Campaign campaign) throws InterruptedException {
        while (!stop.await(LOOK_MILLIS)) {
            tell(campaign);
            Optional<Throwable> fault = campaign.fault();
            if (fault.isPresent()) {
                LOG.error("this runner stops for a fault", fault.get());
                return "fault: " + fault.get().getMessage();
            }
            if (campaign.presence().isFoundDead()) {
                return "this runner was silent for so long that another has taken its place";
            }
            Optional<String> verdict = campaign.leads() ? decide(campaign) : follow(campaign);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return BY_A_PERSON;
    }

    /** Of the runner that leads. */
    private static Optional<String> decide(Campaign campaign) {
        if (state(campaign).equals(StopOrder.STOPPING)) {
            return Optional.of(BY_A_PERSON);
        }
        if (campaign.journal().catchUp() > 0) {
            campaign.next(); // another runner's labels make a retraining due as well
        }
        return campaign.progress()
                .hopeless()
                .or(() -> campaign.progress().isFinished() ? Optional.of("all candidates done") : Optional.empty());
    }

    /** Of a runner that helps: it ends with the campaign, or leads where the leader has died. */
    private Optional<String> follow(Campaign campaign) {
        String state = state(campaign);
        if (!state.equals("running")) {
            return Optional.of(state);
        }
        if (leadIfNobodyDoes(campaign)) {
            LOG.warn("the runner that led is dead; this one leads now");
        }
        return Optional.empty();
    }

    private static Ending ending(Campaign campaign) {
        if (campaign.fault().isPresent() || campaign.presence().isFoundDead()) {
            return Ending.FAILED;
        }
        if (!campaign.leads()) {
            return endingOfTheLeader(campaign);
        }
        if (campaign.progress().hopeless().isPresent()) {
            return Ending.FAILED;
        }
        return campaign.progress().isFinished() ? Ending.FINISHED : Ending.STOPPED;
    }

    private static Ending endingOfTheLeader(Campaign campaign) {
        return switch (state(campaign)) {
            case "finished" -> Ending.FINISHED;
            case "failed" -> Ending.FAILED;
            default -> Ending.STOPPED; // the campaign by a person, or this runner alone
        };
    }

    private static String state(Campaign campaign) {
        return campaign.store()
                .inTransaction(tx -> tx.campaign().find().orElseThrow().state());
    }

    private void end(Campaign campaign, Ending ending, String verdict) {
        String state =
                switch (ending) {
                    case FINISHED -> "finished";
                    case FAILED -> "failed";
                    case STOPPED -> "stopped";
                };
        campaign.store().inTransaction(tx -> {
            tx.campaign().state(state, verdict.length() > 2000 ? verdict.substring(0, 2000) : verdict);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("campaign", campaign.plan().name());
            fields.put(state, "");
            fields.put("why", '"' + verdict.replace('"', '\'') + '"');
            fields.put("report", folder.report().toString());
            tx.events().append(ending == Ending.FAILED ? Event.Level.ERROR : Event.Level.INFO, "run", fields);
            return null;
        });
        CrashPoint.CAMPAIGN_ENDED.reached();
        campaign.journal().catchUp();
    }

    private void tell(Campaign campaign) {
        Map<String, Integer> states =
                campaign.store().inTransaction(tx -> tx.candidates().countByState());
        int done =
                states.getOrDefault("labelled", 0) + states.getOrDefault("failed", 0) + states.getOrDefault("held", 0);
        watcher.progress(done, campaign.plan().proposals().count(), String.valueOf(states));
    }
}
