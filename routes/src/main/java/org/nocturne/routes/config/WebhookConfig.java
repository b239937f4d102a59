package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A message posted to an address.
 *
 * @param urlFile first line is the address: whoever knows it can post there, so it stands in no campaign file
 * @param form slack (as Slack, Mattermost and Rocket.Chat read it), teams (an adaptive card), or json (the notice as it is)
 */
public record WebhookConfig(
        @JsonProperty("url-file") String urlFile,
        @JsonProperty("form") String form) {
    private static final List<String> FORMS = List.of("slack", "teams", "json");

    public WebhookConfig {
        Wanted.present("url-file", urlFile, "a file whose first line is the address");
        form = Wanted.oneOf("form", Wanted.orElse(form, "slack"), FORMS);
    }
}
