package org.nocturne.routes.dashboard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.Grants;
import org.nocturne.learning.loop.Pausing;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.ControlSocket;
import org.nocturne.routes.run.Inputs;
import org.nocturne.routes.run.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of a campaign in the process that leads it: opened with the run, or later, when somebody asks for it over the control socket. */
public final class Dashboard implements Beside {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final String WORD = "dashboard";
    private static final String REFUSED = "refused: ";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration APART = Duration.ofMillis(100);

    private final CampaignFolder folder;
    private final Store store;
    private final Supplier<Status> status;
    private @Nullable DashboardServer server;

    private Dashboard(CampaignFolder folder, Store store, Supplier<Status> status) {
        this.folder = folder;
        this.store = store;
        this.status = status;
    }

    /**
     * Goes along with a campaign.
     *
     * @param at opens it at once
     * @param told where it is, once it is there
     */
    public static Opening opening(CampaignFolder folder, Optional<DashboardAddress> at, Consumer<String> told) {
        return (store, status) -> {
            Dashboard dashboard = new Dashboard(folder, store, status);
            at.map(dashboard::open).filter(url -> !url.startsWith(REFUSED)).ifPresent(told);
            return dashboard;
        };
    }

    /**
     * The address of the page of a campaign that somebody runs on this host, with its token; opened by its runner if it is not yet. Empty where
     * nobody runs it here.
     *
     * @throws IllegalStateException if the runner cannot open it
     */
    public static Optional<String> ofRunner(CampaignFolder folder, int port) {
        Optional<String> answer = ControlSocket.ask(folder.dir(), WORD + " " + port);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answer.filter(Dashboard::isTooEarly).isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(APART.toNanos());
            answer = ControlSocket.ask(folder.dir(), WORD + " " + port);
        }
        return answer.map(said -> {
            String url = said.replace("\"", "");
            if (!url.startsWith("http")) {
                throw new IllegalStateException(folder.dir() + ": the runner opens no dashboard: " + url);
            }
            return withToken(folder, url);
        });
    }

    /** A runner can be spoken to a moment before those are there that go along with it. */
    private static boolean isTooEarly(String answer) {
        return answer.contains("unknown: " + WORD);
    }

    /** The address with which a person may change something. */
    static String withToken(CampaignFolder folder, String url) {
        return Token.of(folder.dir()).map(token -> url + "#token=" + token).orElse(url);
    }

    private synchronized String open(DashboardAddress address) {
        if (server != null) {
            return server.url();
        }
        try {
            Inputs inputs = Inputs.open(folder.configuration());
            DashboardServer opened = new DashboardServer(
                    Seen.of(folder.dir(), store, CampaignReport.facts(folder, inputs), status, true),
                    Orders.of(folder, new Grants(inputs.plan(), store), new Pausing(inputs.plan(), store)),
                    address);
            opened.start();
            server = opened;
            return opened.url();
        } catch (Exception e) { // a night is not given up because nobody can watch it
            LOG.error("no dashboard at {}:{}: {}", address.host(), address.port(), String.valueOf(e.getMessage()));
            return REFUSED + e.getMessage();
        }
    }

    @Override
    public Optional<String> answer(String word) {
        return word.matches(WORD + " \\d{1,5}")
                ? Optional.of(Json.of(open(DashboardAddress.here(Integer.parseInt(word.substring(WORD.length() + 1))))))
                : Optional.empty();
    }

    @Override
    public void lives() {
        // the page asks the store
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
