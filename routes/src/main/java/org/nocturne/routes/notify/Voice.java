package org.nocturne.routes.notify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nocturne.learning.store.CampaignTable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.NotifyConfig;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of a campaign while its runner leads. It has routes of its own, apart from the loop's, so that a mail server that is down
 * holds up nothing. What it has not told when the runner ends is told by the next one.
 */
public final class Voice implements Beside {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REPEAT = Duration.ofSeconds(2);

    private final Store store;
    private final Map<String, StoredNotices> channels = new LinkedHashMap<>();
    private final Optional<Pulse> pulse;
    private final Digests digests;
    private final VoiceRoutes routes;
    private final Duration patience;

    private Voice(Store store, Supplier<Status> status, Ways ways, Duration patience, Duration repeat) {
        this.store = store;
        String campaign =
                store.inTransaction(tx -> tx.campaign().find().orElseThrow().name());
        digests = new Digests(store, ways.digest(), status);
        ways.channels()
                .forEach(name -> channels.put(name, new StoredNotices(store, name, ways.kinds(), digests::standing)));
        pulse = ways.signs()
                .map(signs -> new Pulse(campaign, Duration.ofMillis(signs.everyMillis()), System::nanoTime));
        Map<String, NoticeSource> sources = new LinkedHashMap<>(channels);
        pulse.ifPresent(p -> sources.put(VoiceRoutes.HEARTBEAT, p));
        routes = new VoiceRoutes(ways, sources, repeat);
        this.patience = patience;
    }

    /** What goes beside a campaign: nothing where nobody is to be told. */
    public static Opening opening(ConfigReader.Read read) {
        return opening(read, PATIENCE, REPEAT);
    }

    /**
     * The same.
     *
     * @param patience for what is still to be told at the end
     * @param repeat after which what did not arrive is sent again, three times as long each time
     */
    static Opening opening(ConfigReader.Read read, Duration patience, Duration repeat) {
        NotifyConfig config = read.config().notifications();
        if (config == null) {
            return NOTHING;
        }
        Ways ways = Ways.of(read, config);
        return (store, status) -> {
            Voice voice = new Voice(store, status, ways, patience, repeat);
            voice.start();
            return voice;
        };
    }

    /** A night is not given up because nobody can be told of it. */
    private void start() {
        try {
            routes.start();
        } catch (IllegalStateException e) {
            LOG.error("nobody is told anything: {}", e.getMessage());
        }
    }

    /**
     * Whether everything that a campaign file says of notifications can be used.
     *
     * @return the ways, in words without secrets; empty where nobody is told
     * @throws org.nocturne.routes.config.ConfigException if a file or a program is not there, or an address is none
     */
    public static Optional<String> check(ConfigReader.Read read) {
        return Optional.ofNullable(read.config().notifications())
                .map(config -> Ways.of(read, config).words());
    }

    @Override
    public void lives() {
        pulse.ifPresent(Pulse::lives);
        digests.addIfDue();
    }

    /** Waits a little for what is still to be told. A store that is gone keeps it for the next runner. */
    @Override
    public void close() {
        try {
            tellTheRest();
        } catch (RuntimeException e) {
            LOG.warn("the last notices are told by the next runner: {}", Reason.of(e));
        } finally {
            routes.stop();
        }
    }

    private void tellTheRest() {
        long end = System.nanoTime() + patience.toNanos();
        while (channels.values().stream().anyMatch(Voice::isTelling) && System.nanoTime() < end) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        channels.forEach((name, notices) -> {
            if (!notices.isUpToDate()) {
                LOG.warn("by {} not everything could be told; the next runner of this campaign tries again", name);
            }
        });
        CampaignTable.Campaign campaign =
                store.inTransaction(tx -> tx.campaign().find().orElseThrow());
        if (!campaign.isUnderWay()) {
            routes.ended(campaign.state());
        }
    }

    private static boolean isTelling(StoredNotices notices) {
        return !notices.isFailing() && !notices.isUpToDate();
    }
}
