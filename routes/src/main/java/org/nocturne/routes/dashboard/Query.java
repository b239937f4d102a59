package org.nocturne.routes.dashboard;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is asked behind the question mark of an address. */
record Query(Map<String, Object> values) {

    /** Empty where it is not said. */
    String text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::valueOf).orElse("");
    }

    /** @throws IllegalArgumentException if it is not said, or is no number from 0 */
    long number(String key) {
        return number(key, -1);
    }

    /**
     * The number that is said, or another where none is; below 0 for none.
     *
     * @throws IllegalArgumentException if it is no number from 0
     */
    long number(String key, long otherwise) {
        String said = text(key);
        if (said.isEmpty() && otherwise >= 0) {
            return otherwise;
        }
        if (!said.matches("\\d{1,18}")) {
            throw wanted(key, "a number from 0");
        }
        return Long.parseLong(said);
    }

    /** @throws IllegalArgumentException if it is no name of these */
    <T> T named(String key, Function<String, T> ofName, String wanted) {
        try {
            return ofName.apply(text(key));
        } catch (IllegalArgumentException e) {
            throw wanted(key, wanted);
        }
    }

    private IllegalArgumentException wanted(String key, String wanted) {
        return new IllegalArgumentException(
                key + " is '" + text(key).replaceAll("[^\\w.-]", "?") + "'; wanted is " + wanted);
    }
}
