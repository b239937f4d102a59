package org.nocturne.routes.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.NotifyConfig;

/** Sends one notice by each way that a campaign file gives, as a campaign would. */
public final class VoiceTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private static final Duration REPEAT = Duration.ofMillis(100);

    private VoiceTrial() {}

    /**
     * What became of it, by the names of the ways.
     *
     * @return why it did not arrive; empty where it did, and no entry at all where the file tells nobody
     * @throws org.nocturne.routes.config.ConfigException if a file or a program is not there, or an address is none
     */
    public static Map<String, Optional<String>> of(ConfigReader.Read read) {
        NotifyConfig config = read.config().notifications();
        if (config == null) {
            return Map.of();
        }
        Ways ways = Ways.of(read, config);
        Map<String, NoticeSource> sources = new LinkedHashMap<>();
        for (String channel : channels(ways)) {
            sources.put(channel, new TrialNotice(notice(read.config().name(), channel)));
        }
        VoiceRoutes routes = new VoiceRoutes(ways, sources, REPEAT);
        routes.start();
        try {
            Map<String, Optional<String>> out = new LinkedHashMap<>();
            sources.forEach((channel, source) -> out.put(channel, ((TrialNotice) source).await(PATIENCE)));
            return out;
        } finally {
            routes.stop();
        }
    }

    private static List<String> channels(Ways ways) {
        List<String> out = new java.util.ArrayList<>(ways.channels());
        ways.signs().ifPresent(signs -> out.add(VoiceRoutes.HEARTBEAT));
        return out;
    }

    private static Notice notice(String campaign, String channel) {
        return new Notice(
                campaign,
                0,
                Kind.TRIAL,
                Instant.now(),
                campaign + ": a trial",
                "A person has sent this by " + channel
                        + " to see whether it arrives. The campaign need not have begun.");
    }
}
