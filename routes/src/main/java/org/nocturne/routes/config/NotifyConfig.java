package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what happens. Where several ways are given, each is told everything.
 *
 * @param tell what is told: start, verdicts, trouble, end
 * @param digestAt a time of the day at which a digest is told as well, such as "07:30"
 * @param command a program and its arguments, given each notice as JSON on its standard input
 */
public record NotifyConfig(
        @JsonProperty("tell") List<String> tell,
        @JsonProperty("digest-at") @Nullable String digestAt,
        @JsonProperty("mail") @Nullable MailConfig mail,
        @JsonProperty("webhook") @Nullable WebhookConfig webhook,
        @JsonProperty("command") @Nullable List<String> command,
        @JsonProperty("heartbeat") @Nullable HeartbeatConfig heartbeat) {
    private static final List<String> ALL = List.of("start", "verdicts", "trouble", "end");

    public NotifyConfig {
        tell = List.copyOf(Wanted.orElse(tell, ALL));
        tell.forEach(word -> Wanted.oneOf("tell", word, ALL));
        if (digestAt != null) {
            timeOfDay(digestAt);
        }
        if (command != null && (command.isEmpty() || command.get(0).isBlank())) {
            throw new ConfigValueException(
                    "command", "is " + command + "; wanted is a list of a program and its arguments");
        }
        if (mail == null && webhook == null && command == null && heartbeat == null) {
            throw new ConfigValueException(
                    "tell", "stands without anybody to tell: wanted is one of mail, webhook, command, heartbeat");
        }
    }

    /** When the digest of a day is due, in local time. */
    public Optional<LocalTime> digestTime() {
        return Optional.ofNullable(digestAt).map(NotifyConfig::timeOfDay);
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new ConfigValueException(
                    "digest-at", "is '" + text + "'; wanted is a time of the day in quotes, such as \"07:30\"");
        }
    }
}
