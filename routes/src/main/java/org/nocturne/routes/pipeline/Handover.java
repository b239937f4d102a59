package org.nocturne.routes.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the engine says, several times a second.
 *
 * @param tasks all that are with us, or are to be
 * @param end tokens of those that are to be ended
 */
record Handover(
        @JsonProperty("launcher") LauncherChoice launcher,
        @JsonProperty("tasks") List<PipelineTask> tasks,
        @JsonProperty("end") List<String> end) {}
