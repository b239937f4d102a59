package org.nocturne.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 in JVMs that are halted: what was committed is there, life after life. */
class KilledStoreTest {
    private static final int COMMITS = 40;

    @TempDir
    Path dir;

    /** With no retention, space is used again at once, as after a minute of a campaign. */
    private static String url(Path dir) {
        return Store.urlInside(dir) + ";RETENTION_TIME=0";
    }

    /** Commits, writes down what was committed, and is halted. */
    static final class Runner {
        public static void main(String[] arguments) throws IOException {
            Path dir = Path.of(arguments[0]);
            Store store = Store.open(url(dir), "sa", "", Clock.systemUTC());
            if (store.inTransaction(tx -> tx.campaign().find()).isEmpty()) {
                store.inTransaction(tx -> {
                    tx.campaign().insert("killed", "", "", "", tx.now());
                    return null;
                });
            }
            for (int k = 0; k < COMMITS; k++) {
                String said = arguments[1] + "." + k;
                store.inTransaction(tx -> {
                    tx.events().append(Event.Level.INFO, "run", Map.of("said", said));
                    return null;
                });
                store.inTransaction(tx -> {
                    tx.campaign().state("at " + said, null);
                    return null;
                });
                Files.writeString(
                        dir.resolve("said"), said + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Runtime.getRuntime().halt(1);
        }
    }

    @Test
    void every_commit_that_was_acknowledged_is_there_after_each_of_five_deaths() throws Exception {
        for (int life = 1; life <= 5; life++) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Runner.class.getName(),
                            dir.toString(),
                            String.valueOf(life))
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("out-" + life).toFile())
                    .start()
                    .waitFor(2, TimeUnit.MINUTES);

            List<String> said = Files.readAllLines(dir.resolve("said"));
            assertThat(said).as(Files.readString(dir.resolve("out-" + life))).hasSize(COMMITS * life);
            Path copy = Files.createDirectories(dir.resolve("copy-" + life));
            Files.copy(dir.resolve("store.mv.db"), copy.resolve("store.mv.db"));
            try (Store store = Store.open(url(copy), "sa", "", Clock.systemUTC())) {
                List<Event> events = store.inTransaction(tx -> tx.events().after(0, 1000));
                String state = store.inTransaction(
                        tx -> tx.campaign().find().orElseThrow().state());
                assertThat(events)
                        .extracting(event -> event.fields().get("said"))
                        .as("after life " + life)
                        .isEqualTo(said);
                assertThat(state).isEqualTo("at " + said.get(said.size() - 1));
            }
        }
    }
}
