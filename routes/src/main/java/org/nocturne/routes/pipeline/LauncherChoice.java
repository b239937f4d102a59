package org.nocturne.routes.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which launcher runs the tasks.
 *
 * @param launcher local or slurm
 * @param slots cores that tasks on this machine may take together
 */
record LauncherChoice(
        @JsonProperty("launcher") String launcher,
        @JsonProperty("slots") int slots) {

    boolean isSlurm() {
        return launcher.equals("slurm");
    }
}
