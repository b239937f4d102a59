package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoticeFormTest {
    private static final Notice NOTICE = new Notice(
            "night", 7, Kind.END, Instant.parse("2026-11-21T22:14:03Z"), "night: failed", "why \"T < 0 & more\"");

    private static JsonNode json(NoticeForm form) throws IOException {
        return new ObjectMapper().readTree(form.write(NOTICE));
    }

    @Test
    void slack_reads_three_characters_escaped_as_its_page_on_formatting_says() throws IOException {
        assertThat(json(NoticeForm.SLACK).path("text").asText())
                .isEqualTo("*night: failed*\nwhy \"T &lt; 0 &amp; more\"");
    }

    @Test
    void teams_reads_a_message_with_an_adaptive_card() throws IOException {
        JsonNode attachment = json(NoticeForm.TEAMS).path("attachments").path(0);

        assertThat(json(NoticeForm.TEAMS).path("type").asText()).isEqualTo("message");
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("content").path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(attachment.path("content").path("body").findValuesAsText("text"))
                .containsExactly("night: failed", "why \"T < 0 & more\"");
    }

    @Test
    void a_program_reads_the_notice_as_it_is() throws IOException {
        assertThat(json(NoticeForm.JSON).path("event").asInt()).isEqualTo(7);
        assertThat(json(NoticeForm.JSON).path("kind").asText()).isEqualTo("end");
        assertThat(json(NoticeForm.JSON).path("text").asText()).isEqualTo(NOTICE.text());
    }

    @Test
    void a_person_reads_lines() {
        assertThat(NoticeForm.TEXT.write(NOTICE)).startsWith(NOTICE.text()).contains("event 7 of night");
    }
}
