package org.nocturne.adapters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.NearestWord;

/** A code's block of the campaign file, read with errors that name the key, what was found and what is wanted. */
public final class Settings {
    private final String code;
    private final Map<String, Object> values;

    /**
     * Takes the block of a code.
     *
     * @throws CodeSettingsException at a key that is not known, naming the nearest one that is
     */
    public Settings(String code, Map<String, Object> values, Set<String> known) {
        this.code = code;
        this.values = values;
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new CodeSettingsException(code + "." + key + " is not known;"
                        + NearestWord.of(key, known)
                                .map(n -> " did you mean " + n + "?")
                                .orElse("")
                        + " known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** A list of strings; a single value is a list of one; empty where the key is absent. */
    public List<String> strings(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<String> out = new ArrayList<>();
        for (@Nullable Object item : items) {
            if (!(item instanceof String) && !(item instanceof Number)) {
                throw new CodeSettingsException(code + "." + key + " holds " + item + "; a list of strings is wanted");
            }
            out.add(item.toString());
        }
        return List.copyOf(out);
    }

    /** A number above zero, with a default by the same key. */
    public double positive(String key, Map<String, Object> defaults) {
        return positive(key, ((Number) Objects.requireNonNull(defaults.get(key))).doubleValue());
    }

    /** A number above zero. */
    public double positive(String key, double ifAbsent) {
        Object value = values.getOrDefault(key, ifAbsent);
        if (value instanceof Number number && number.doubleValue() > 0 && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new CodeSettingsException(code + "." + key + " is " + value + "; a number above 0 is wanted");
    }
}
