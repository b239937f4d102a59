package org.nocturne.routes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.main.Main;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a campaign from here to its end: starts the routes, watches, stops them, writes the report. */
public final class CampaignRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignRunner.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_MILLIS = 200;

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
    }

    private final CampaignFolder folder;
    private final Inputs inputs;
    private final boolean jsonLog;
    private final Consumer<Event> echo;
    private final Watcher watcher;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public CampaignRunner(
            CampaignFolder folder, Inputs inputs, boolean jsonLog, Consumer<Event> echo, Watcher watcher) {
        this.folder = folder;
        this.inputs = inputs;
        this.jsonLog = jsonLog;
        this.echo = echo;
        this.watcher = watcher;
    }

    /** Runs until the campaign is finished, fails or is stopped; SIGTERM and Ctrl-C stop it. */
    public Ending run(ReportWriter report) throws Exception {
        Thread hook = new Thread(this::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (Campaign campaign = folder.open(inputs, jsonLog, echo)) {
            try (ControlSocket socket = ControlSocket.listen(folder.dir(), word -> answer(campaign, report, word))) {
                return runRoutes(campaign, report);
            }
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    /** Writes the report of a campaign whose store is open. */
    public interface ReportWriter {
        Path write(Store store);
    }

    private Ending runRoutes(Campaign campaign, ReportWriter report) throws Exception {
        campaign.store().inTransaction(tx -> {
            tx.campaign().state("running", null);
            return null;
        });
        Main camel = routes(campaign);
        camel.start();
        campaign.startSchedule();
        campaign.next(); // a retraining that was due when the last runner died
        Ending ending;
        String verdict;
        try {
            verdict = watch(campaign);
        } finally {
            campaign.stopTraining(); // no exchange is to hold up the routes
            camel.stop();
        }
        ending = ending(campaign);
        if (ending == Ending.STOPPED || ending == Ending.FAILED) {
            campaign.jobs().cancelAll().forEach(campaign::record);
        }
        end(campaign, ending, verdict);
        report.write(campaign.store());
        return ending;
    }

    private Main routes(Campaign campaign) {
        Main camel = new Main();
        camel.bind("campaign", campaign);
        camel.addInitialProperty("slots", String.valueOf(campaign.jobs().slots()));
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
        while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            campaign.log().catchUp();
            tell(campaign);
            Optional<Throwable> fault = campaign.fault();
            if (fault.isPresent()) {
                LOG.error("the campaign stops for a fault", fault.get());
                return "fault: " + fault.get().getMessage();
            }
            Optional<String> hopeless = campaign.progress().hopeless();
            if (hopeless.isPresent()) {
                return hopeless.get();
            }
            if (campaign.progress().isFinished()) {
                return "all candidates done";
            }
        }
        return "stopped by a person";
    }

    private Ending ending(Campaign campaign) {
        if (campaign.fault().isPresent() || campaign.progress().hopeless().isPresent()) {
            return Ending.FAILED;
        }
        return campaign.progress().isFinished() ? Ending.FINISHED : Ending.STOPPED;
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
        campaign.log().catchUp();
    }

    private void tell(Campaign campaign) {
        Map<String, Integer> states =
                campaign.store().inTransaction(tx -> tx.candidates().countByState());
        int done = states.getOrDefault("labelled", 0) + states.getOrDefault("failed", 0);
        watcher.progress(done, campaign.plan().proposals().count(), String.valueOf(states));
    }

    private String answer(Campaign campaign, ReportWriter report, String word) {
        if (word.startsWith(ModelOrder.WORD)) {
            return ModelOrder.answer(word, campaign.store(), campaign.registry());
        }
        return switch (word) {
            case "status" ->
                json(Status.of(
                        campaign.store(),
                        campaign.plan().proposals().count(),
                        true,
                        folder.report().toAbsolutePath().toString()));
            case "report" -> json(report.write(campaign.store()).toString());
            case "stop" -> {
                stop.countDown();
                yield "\"stopping\"";
            }
            default -> "\"unknown: " + word.replaceAll("[^a-z]", "?") + "\"";
        };
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            if (!ended.await(60, TimeUnit.SECONDS)) {
                LOG.warn("the campaign did not stop within 60 s; resume will find what is left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("already going down"); // the hook is what brought us here
        }
    }
}
