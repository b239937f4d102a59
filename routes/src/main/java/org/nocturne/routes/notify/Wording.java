package org.nocturne.routes.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocturne.learning.store.Event;

/** Which events people are told of, and in which words. A calculation that fails is no trouble: it is counted in verdicts and digests. */
final class Wording {
    private static final Set<String> NOT_SAID = Set.of("campaign", "round", "begin", "report");

    private final String channel;

    /** @param channel whose own troubles it is not told of */
    Wording(String channel) {
        this.channel = channel;
    }

    /** @param number of the event among those of the campaign */
    Optional<Notice> of(Event event, long number) {
        return kind(event).map(kind -> {
            String campaign = event.fields().getOrDefault("campaign", "");
            return new Notice(campaign, number, kind, event.at(), campaign + ": " + title(event, kind), text(event));
        });
    }

    private Optional<Kind> kind(Event event) {
        Map<String, String> fields = event.fields();
        return switch (event.step()) {
            case "run" -> Optional.of(fields.containsKey("begin") ? Kind.START : Kind.END);
            case "verdict", "promote" -> Optional.of(Kind.VERDICTS);
            case "digest" -> Optional.of(Kind.DIGEST);
            default -> isTrouble(event) ? Optional.of(Kind.TROUBLE) : Optional.empty();
        };
    }

    private boolean isTrouble(Event event) {
        boolean own =
                event.step().equals("notify") && channel.equals(event.fields().get("channel"));
        boolean oneOfMany = event.fields().keySet().containsAll(Set.of("failed", "cause"));
        return event.level() != Event.Level.INFO && !oneOfMany && !own;
    }

    private static String title(Event event, Kind kind) {
        Map<String, String> fields = event.fields();
        return switch (kind) {
            case START -> "begun";
            case END ->
                List.of("finished", "failed", "stopped", "spent").stream()
                        .filter(fields::containsKey)
                        .findFirst()
                        .orElse("ended");
            case VERDICTS ->
                event.step().equals("promote")
                        ? "model " + fields.getOrDefault("model", "") + " " + fields.getOrDefault("verdict", "")
                        : "round " + fields.getOrDefault("round", "") + " " + fields.getOrDefault("verdict", "");
            case DIGEST -> "how it stands";
            default -> "trouble (" + event.step() + ")";
        };
    }

    private String text(Event event) {
        return event.fields().entrySet().stream()
                .filter(field -> !NOT_SAID.contains(field.getKey()))
                .map(field -> field.getValue().isEmpty()
                        ? field.getKey()
                        : field.getKey() + " " + field.getValue().replaceAll("^\"|\"$", ""))
                .collect(Collectors.joining(", "));
    }
}
