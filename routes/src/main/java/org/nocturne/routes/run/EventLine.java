package org.nocturne.routes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.nocturne.learning.store.Event;

/** One event as one line of the route log: {@code 22:14:03.120 INFO  relax    campaign=si300 round=3 cand=c0147 ...}, or as JSON. */
public final class EventLine {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventLine() {}

    public static String text(Event event) {
        String fields = event.fields().entrySet().stream()
                .map(f -> f.getValue().isEmpty() ? f.getKey() : f.getKey() + "=" + f.getValue())
                .collect(Collectors.joining(" "));
        return String.format("%s %-5s %-8s %s", CLOCK.format(event.at()), event.level(), event.step(), oneLine(fields));
    }

    /** The route log counts events by its lines. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    public static String json(Event event) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("at", event.at().toString());
        all.put("level", event.level().name());
        all.put("step", event.step());
        event.fields().forEach((key, value) -> all.put(key, value.isEmpty() ? "true" : value));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
