package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Event;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.StatusFixture;

/** With a true SMTP server, a true address and a true program. */
class VoiceTest {
    private static final String CAMPAIGN = """
            name: night
            target: {file: target.xye, radiation: xray, kind: powder, temperature-K: 300, resolution-fwhm: 0.1}
            structure: {file: cell.extxyz}
            code: {name: lammps}
            replicas: {temperatures-K: [300]}
            candidates: {count: 20}
            notify:
            """;
    private static final String SECRET = "/services/T0/B1/xyz";

    @TempDir
    Path dir;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Events events;
    private Address address;

    @BeforeEach
    void open() throws IOException {
        events = new Events(dir, Clock.systemUTC());
        address = new Address();
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
        address.close();
        events.close();
    }

    private ConfigReader.Read campaign(String notify) throws IOException {
        Files.writeString(dir.resolve("url"), address.url(SECRET) + "\n");
        Files.writeString(dir.resolve(CampaignFolder.CONFIGURATION), CAMPAIGN + notify.indent(2));
        return new CampaignFolder(dir).configuration();
    }

    private String byMail(String security) {
        return "mail: {server: 127.0.0.1, port: %d, security: %s, from: nocturne@example.org, to: [a@example.org, b@example.org]}"
                .formatted(mail.getSmtp().getPort(), security);
    }

    /** What happens while a runner leads, and nothing afterwards. */
    private void lead(ConfigReader.Read read, Runnable meanwhile) {
        try (Beside voice = Voice.opening(read, Duration.ofSeconds(5), Duration.ofMillis(50))
                .open(events.store(), StatusFixture::begun)) {
            voice.lives();
            meanwhile.run();
        }
    }

    private void begins() {
        events.happens(Event.Level.INFO, "run", "begin", "", "atoms", "216");
    }

    private void ends() {
        events.happens(Event.Level.INFO, "run", "finished", "", "why", "\"all candidates done\"");
        events.store().inTransaction(tx -> {
            tx.campaign().state("finished", "all candidates done");
            return null;
        });
    }

    @Test
    void a_night_is_told_by_mail() throws Exception {
        begins();
        lead(campaign(byMail("none")), this::ends);

        assertThat(mail.getReceivedMessages()).hasSize(4); // two notices to two people
        MimeMessage last = mail.getReceivedMessages()[3];
        assertThat(last.getSubject()).isEqualTo("night: finished");
        assertThat(last.getFrom()[0]).hasToString("nocturne@example.org");
        assertThat(last.getContent().toString()).contains("why all candidates done", "candidates", "report.html");
    }

    @Test
    void a_server_that_offers_no_encryption_gets_nothing_where_it_is_wanted() throws IOException {
        Map<String, Optional<String>> answers = VoiceTrial.of(campaign(byMail("starttls")));

        assertThat(answers.get("mail").orElseThrow()).contains("STARTTLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_message_is_posted_in_the_form_that_is_wanted() throws IOException {
        begins();
        lead(campaign("webhook: {url-file: url, form: slack}"), () -> {});

        assertThat(address.posted()).singleElement().satisfies(post -> {
            assertThat(post.path()).isEqualTo(SECRET);
            assertThat(post.type()).isEqualTo("application/json");
            assertThat(json(post.body()).path("text").asText()).isEqualTo("*night: begun*\natoms 216");
        });
    }

    @Test
    void what_the_address_refuses_is_sent_again_and_comes_once() throws IOException {
        begins();
        address.refuse(1);
        lead(campaign("webhook: {url-file: url}"), () -> {});

        assertThat(address.posted()).hasSize(1);
    }

    @Test
    void what_nobody_takes_is_told_by_the_next_runner() throws IOException {
        begins();
        ConfigReader.Read read = campaign("webhook: {url-file: url}");
        address.refuse(1000);
        lead(read, () -> {});
        assertThat(address.posted()).isEmpty();

        address.refuse(0);
        lead(read, () -> {});

        assertThat(address.posted()).hasSize(1);
    }

    @Test
    void a_program_of_the_site_is_handed_each_notice() throws IOException {
        Path script = Files.writeString(dir.resolve("tell"), "#!/bin/sh\ncat >> told; echo >> told; echo $1 >> told\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        begins();
        lead(campaign("command: [tell, 'a b; c']"), this::ends);

        List<String> told = Files.readAllLines(dir.resolve("told"));

        assertThat(told).hasSize(4);
        assertThat(json(told.get(0)).path("kind").asText()).isEqualTo("start");
        assertThat(told.get(1)).isEqualTo("a b; c");
        assertThat(json(told.get(2)).path("title").asText()).isEqualTo("night: finished");
    }

    @Test
    void signs_of_life_go_out_and_the_end_goes_elsewhere() throws IOException {
        Files.writeString(dir.resolve("ended"), address.url("/ended") + "\n");
        lead(campaign("heartbeat: {url-file: url, ended-url-file: ended}"), () -> {
            address.await(1);
            ends();
        });

        assertThat(address.posted()).extracting(Address.Post::path).containsExactly(SECRET, "/ended");
        assertThat(address.posted().get(1).body()).isEqualTo("state finished");
    }

    @Test
    void a_trial_says_what_arrived_and_tells_no_secret() throws IOException {
        address.refuse(1000);

        Map<String, Optional<String>> answers =
                VoiceTrial.of(campaign(byMail("none") + "\nwebhook: {url-file: url}\nheartbeat: {url-file: url}"));

        assertThat(answers.get("mail")).isEmpty();
        assertThat(answers.get("webhook").orElseThrow()).isEqualTo("the address answered 503 Service Unavailable");
        assertThat(answers.get("heartbeat").orElseThrow()).doesNotContain(SECRET);
    }

    @Test
    void a_file_without_an_address_is_refused_and_not_repeated() throws IOException {
        ConfigReader.Read read = campaign("webhook: {url-file: secret}");
        Files.writeString(dir.resolve("secret"), "not-an-address-but-a-secret\n");

        assertThatThrownBy(() -> Voice.check(read))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("notify.webhook.url-file is 'secret'")
                .hasMessageNotContaining("not-an-address");
    }

    @Test
    void a_program_that_is_not_there_is_refused() throws IOException {
        ConfigReader.Read read = campaign("command: [no-such-program]");

        assertThatThrownBy(() -> Voice.check(read)).hasMessageContaining("no-such-program is no program");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
