package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.nocturne.learning.train.NetworkPlan;

/**
 * A network that is trained beside the force constants at each retraining.
 *
 * @param minutes of CPU time of each thread; how many steps that is depends on what else the machine does
 * @param steps instead of minutes, the same on every machine; 0 where the minutes decide
 * @param channels vectors and scalars on each atom
 * @param layers rounds of messages
 * @param threads of the training
 */
public record NetworkConfig(
        @JsonProperty("minutes") Double minutes,
        @JsonProperty("steps") Integer steps,
        @JsonProperty("channels") Integer channels,
        @JsonProperty("layers") Integer layers,
        @JsonProperty("threads") Integer threads) {

    public NetworkConfig {
        minutes = Wanted.above("minutes", Wanted.orElse(minutes, 5.0), 0, "minutes");
        steps = Wanted.atLeast("steps", Wanted.orElse(steps, 0), 0);
        channels = Wanted.atLeast("channels", Wanted.orElse(channels, 16), 1);
        layers = Wanted.atLeast("layers", Wanted.orElse(layers, 2), 1);
        threads = Wanted.atLeast("threads", Wanted.orElse(threads, 1), 1);
    }

    /** @param seed of the campaign */
    public NetworkPlan plan(long seed) {
        return new NetworkPlan(channels, layers, minutes, steps, threads, seed);
    }
}
