package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nocturne.core.format.NearestWord;

/** Finds keys that nobody reads, before anything else is said: a misspelt key would otherwise be reported as a missing one. */
final class KnownKeys {
    private KnownKeys() {}

    /** @throws ConfigValueException with the whole path of the first unknown key */
    static void check(ObjectNode node, Class<? extends Record> type, String above) {
        Map<String, Class<?>> known = keys(type);
        node.properties().forEach(entry -> {
            String path = above + entry.getKey();
            Class<?> inner = known.get(entry.getKey());
            if (inner == null) {
                String nearest = NearestWord.of(entry.getKey(), known.keySet())
                        .map(n -> " did you mean " + n + "?")
                        .orElse("");
                throw new ConfigValueException(
                        path,
                        "is no key here;" + nearest + " wanted are "
                                + known.keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
            if (inner.isRecord() && entry.getValue() instanceof ObjectNode block) {
                check(block, inner.asSubclass(Record.class), path + ".");
            }
        });
    }

    private static Map<String, Class<?>> keys(Class<? extends Record> type) {
        Map<String, Class<?>> out = new LinkedHashMap<>();
        for (RecordComponent component : Objects.requireNonNull(type.getRecordComponents())) {
            String key = Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                    .filter(p -> p.getName().equals(component.getName()))
                    .map(p -> p.getAnnotation(JsonProperty.class).value())
                    .findFirst()
                    .orElseThrow();
            out.put(key, component.getType());
        }
        return out;
    }
}
