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

    /** Whether this event goes on with what the one before it says: a round is judged at several temperatures. */
    static boolean goTogether(Event before, Event event) {
        return event.step().equals("assess")
                && before.step().equals("assess")
                && before.fields()
                        .getOrDefault("round", "")
                        .equals(event.fields().get("round"));
    }

    /** @param together events that say one thing, at least one */
    Optional<Notice> of(List<Event> together, long number) {
        Event event = together.get(together.size() - 1);
        return kind(event).map(kind -> {
            String campaign = event.fields().getOrDefault("campaign", "");
            String text = together.stream().map(this::text).collect(Collectors.joining("\n"));
            return new Notice(campaign, number, kind, event.at(), campaign + ": " + title(event, kind), text);
        });
    }

    private Optional<Kind> kind(Event event) {
        Map<String, String> fields = event.fields();
        return switch (event.step()) {
            case "run" -> Optional.of(fields.containsKey("begin") ? Kind.START : Kind.END);
            case "assess", "promote" -> Optional.of(Kind.VERDICTS);
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
                        : "round " + fields.getOrDefault("round", "") + " judged";
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
