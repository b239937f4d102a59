package org.nocturne.routes.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Finished;

/**
 * What the engine is told of a task.
 *
 * @param phase waiting, running or ended
 * @param id of its process or of its job in a queue; 0 where it is not known
 * @param exitCode as a shell gives it; Integer.MAX_VALUE where none was left, as the engine has it
 * @param problem why it has no result, where its exit code does not say all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        String phase, long id, int exitCode, @Nullable String problem) {
    static final Standing WAITING = new Standing("waiting", 0, 0, null);

    static Standing running(long id) {
        return new Standing("running", id, 0, null);
    }

    static Standing ended(EndedTask ended) {
        int code = ended.finished().exitCode();
        return new Standing(
                "ended",
                0,
                code == Finished.NO_EXIT_CODE ? Integer.MAX_VALUE : code,
                ended.problem().orElse(null));
    }

    static Standing refused(String why) {
        return new Standing("ended", 0, Integer.MAX_VALUE, why);
    }
}
