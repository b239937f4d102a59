package org.nocturne.routes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of the route log, read back: {@code at} (the time as it stands there), {@code level}, {@code step}, then the fields. Every value is a text without
 * quotes; a word that stands alone has the value {@code true}.
 *
 * @param number of the line, which is that of the event, from 1
 */
public record RouteLogLine(long number, Map<String, String> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final Set<String> HEAD = Set.of("at", "level", "step", "campaign");
    private static final Pattern LINE = Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (\\w+) +(\\S+) +(.*)");
    private static final Pattern FIELD = Pattern.compile("([^\\s=]+)(?:=(\"[^\"]*\"|\\S*))?");

    public RouteLogLine {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Either form of the log; empty where the line is none of them. */
    static Optional<RouteLogLine> read(long number, String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            fields.put("at", parts.group(1));
            fields.put("level", parts.group(2));
            fields.put("step", parts.group(3));
            Matcher field = FIELD.matcher(parts.group(4));
            while (field.find()) {
                fields.put(field.group(1), field.group(2) == null ? "true" : field.group(2));
            }
        } else {
            try {
                fields.putAll(JSON.readValue(line, FIELDS));
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }
        fields.replaceAll((key, value) -> value.replace("\"", ""));
        return Optional.of(new RouteLogLine(number, fields));
    }

    /** The fields as one JSON object. */
    public String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log cannot be written as JSON", e);
        }
    }

    public String step() {
        return fields.getOrDefault("step", "");
    }

    /** Without its date, for people: the time, the step, then the rest as it stands in the log. */
    public String text() {
        String rest = fields.entrySet().stream()
                .filter(field -> !HEAD.contains(field.getKey()))
                .map(field ->
                        field.getValue().equals("true") ? field.getKey() : field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
        return fields.getOrDefault("at", "") + " " + step() + " " + rest;
    }
}
