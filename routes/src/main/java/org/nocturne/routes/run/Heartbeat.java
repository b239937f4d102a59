package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.adapters.launch.ProcessIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file in the campaign folder that the loop itself writes anew every few seconds. Who watches the folder from outside sees by its
 * age whether the loop goes round; a process that hangs is seen as well as one that has died.
 */
final class Heartbeat {
    static final String FILE = "heartbeat.json";
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Path file;
    private final Clock clock;
    private Instant written = Instant.EPOCH;
    private boolean failed;

    Heartbeat(Path campaignDir, Clock clock) {
        this.file = campaignDir.resolve(FILE);
        this.clock = clock;
    }

    /** Writes it if it is time to. A disk that cannot be written is told once; the file then grows old, as it should. */
    void beat(int done, int planned) {
        Instant now = clock.instant();
        if (Duration.between(written, now).abs().compareTo(EVERY) >= 0) { // the clock may have been put back
            write("running", now, done, planned);
            written = now;
        }
    }

    /** The last one, of a runner that ends in order. */
    void end(String state, int done, int planned) {
        write(state, clock.instant(), done, planned);
    }

    private void write(String state, Instant now, int done, int planned) {
        ProcessIdentity self = ProcessIdentity.ofThisJvm();
        Map<String, Object> beat = new LinkedHashMap<>();
        beat.put("at", now.toString());
        beat.put("state", state);
        beat.put("host", self.host());
        beat.put("pid", self.pid());
        beat.put("done", done);
        beat.put("planned", planned);
        Path aside = file.resolveSibling("." + FILE + ".part");
        try {
            Files.writeString(aside, Answers.json(beat) + "\n");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("{} cannot be written: {}", file, e.getMessage());
            }
            failed = true;
        }
    }
}
