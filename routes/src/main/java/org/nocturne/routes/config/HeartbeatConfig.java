package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Signs of life to a service that raises the alarm when they stop.
 *
 * @param urlFile first line is the address
 * @param endedUrlFile first line is the address that is told once when the campaign has ended in order, such as one that pauses the alarm
 */
public record HeartbeatConfig(
        @JsonProperty("url-file") String urlFile,
        @JsonProperty("ended-url-file") @Nullable String endedUrlFile,
        @JsonProperty("every-minutes") Double everyMinutes) {
    private static final double LEAST_MINUTES = 0.1;

    public HeartbeatConfig {
        Wanted.present("url-file", urlFile, "a file whose first line is the address");
        everyMinutes = Wanted.orElse(everyMinutes, 1.0);
        if (!(everyMinutes >= LEAST_MINUTES) || everyMinutes > 1440) {
            throw new ConfigValueException(
                    "every-minutes", "is " + everyMinutes + "; wanted is " + LEAST_MINUTES + " to 1440");
        }
    }
}
