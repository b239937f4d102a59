package org.nocturne.learning.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened: the substance of one line of the route log.
 *
 * @param step the word that the log line begins with: propose, relax, label, record, assess, acquire, retrain, promote, run
 * @param fields in the order in which they are printed; a value of "" prints the bare key
 */
public record Event(Instant at, Level level, String step, Map<String, String> fields) {
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    public Event {
        fields = new LinkedHashMap<>(fields);
    }
}
