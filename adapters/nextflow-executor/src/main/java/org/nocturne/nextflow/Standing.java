package org.nocturne.nextflow;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands with Nocturne.
 *
 * @param phase waiting, running or ended
 * @param id of its process or of its job in a queue; 0 where there is none
 * @param exitCode as a shell gives it; Integer.MAX_VALUE where none was left
 * @param problem why it has no result, in one line; null where its exit code says all
 */
record Standing(
        String phase, long id, int exitCode, @Nullable String problem) {
    static final Standing WAITING = new Standing("waiting", 0, 0, null);

    static Standing of(Map<?, ?> answer) {
        Object problem = answer.get("problem");
        return new Standing(
                String.valueOf(answer.get("phase")),
                number(answer, "id").longValue(),
                number(answer, "exitCode").intValue(),
                problem == null ? null : problem.toString());
    }

    private static Number number(Map<?, ?> answer, String key) {
        return (Number) Objects.requireNonNull(answer.get(key), key);
    }

    boolean hasBegun() {
        return !phase.equals(WAITING.phase);
    }

    boolean hasEnded() {
        return phase.equals("ended");
    }
}
