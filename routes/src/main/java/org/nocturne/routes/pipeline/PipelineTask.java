package org.nocturne.routes.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Tokens;

/**
 * A task of a pipeline. The engine has written its files; {@code .command.run} is what there is to start.
 *
 * @param token names this attempt
 * @param name such as "RELAX (3)"
 * @param hash of its work directory, as the engine prints it
 * @param attempt from 1
 * @param cpus that it takes
 * @param timeMillis limit of its wall time; null where the process sets none
 * @param memoryMb what it asks of a cluster
 * @param queue partition of a cluster
 */
public record PipelineTask(
        @JsonProperty("token") String token,
        @JsonProperty("workDir") Path workDir,
        @JsonProperty("name") String name,
        @JsonProperty("process") String process,
        @JsonProperty("hash") String hash,
        @JsonProperty("attempt") int attempt,
        @JsonProperty("cpus") int cpus,
        @JsonProperty("timeMillis") @Nullable Long timeMillis,
        @JsonProperty("memoryMb") @Nullable Integer memoryMb,
        @JsonProperty("queue") @Nullable String queue) {

    /** Of the files of the launcher, whose names are those of the engine's own, within the work directory. */
    private static final String LAUNCH_FOLDER = ".nocturne";

    public PipelineTask {
        Tokens.require(token);
        if (!workDir.isAbsolute()) {
            throw new IllegalArgumentException("workDir is " + workDir + "; wanted is a whole path");
        }
    }

    Path launchDir() {
        return workDir.resolve(LAUNCH_FOLDER);
    }

    Command command() {
        return new Command(List.of("bash", workDir.resolve(".command.run").toString()), Map.of());
    }

    Optional<Duration> limit() {
        return Optional.ofNullable(timeMillis).map(Duration::ofMillis);
    }
}
