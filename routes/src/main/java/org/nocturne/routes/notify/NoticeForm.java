package org.nocturne.routes.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a notice is written for who reads it. */
public enum NoticeForm {
    /** Lines for a person. */
    TEXT {
        @Override
        public String write(Notice notice) {
            return notice.text() + "\n\nevent " + notice.event() + " of " + notice.campaign() + ", " + notice.at()
                    + "\n";
        }
    },
    /** The notice as an object, for programs. */
    JSON {
        @Override
        public String write(Notice notice) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("campaign", notice.campaign());
            out.put("event", notice.event());
            out.put("kind", notice.kind().word());
            out.put("at", notice.at().toString());
            out.put("title", notice.title());
            out.put("text", notice.text());
            return json(out);
        }
    },
    /** An incoming webhook of Slack, and of Mattermost and Rocket.Chat, which read the same. */
    SLACK {
        @Override
        public String write(Notice notice) {
            return json(Map.of("text", "*" + escaped(notice.title()) + "*\n" + escaped(notice.text())));
        }
    },
    /** A workflow of Microsoft Teams: a message with one adaptive card. */
    TEAMS {
        @Override
        public String write(Notice notice) {
            Map<String, Object> title =
                    Map.of("type", "TextBlock", "text", notice.title(), "weight", "Bolder", "wrap", true);
            Map<String, Object> text = Map.of("type", "TextBlock", "text", notice.text(), "wrap", true);
            Map<String, Object> card = Map.of("type", "AdaptiveCard", "version", "1.2", "body", List.of(title, text));
            Map<String, Object> attachment =
                    Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
            return json(Map.of("type", "message", "attachments", List.of(attachment)));
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public abstract String write(Notice notice);

    /** The three characters that Slack gives a meaning. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written as JSON", e);
        }
    }
}
