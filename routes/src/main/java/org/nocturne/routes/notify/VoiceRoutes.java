package org.nocturne.routes.notify;

import jakarta.mail.PasswordAuthentication;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.main.Main;
import org.nocturne.routes.config.MailConfig;
import org.nocturne.routes.run.OwnedMain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes that carry notices to people, in a Camel of their own. Secrets are bound as objects or properties and stand in no URI. */
final class VoiceRoutes {
    static final String HEARTBEAT = "heartbeat";
    private static final Logger LOG = LoggerFactory.getLogger(VoiceRoutes.class);
    private static final String FOLDER = "classpath:org/nocturne/routes/notify/";

    private final Ways ways;
    private final Main camel = new OwnedMain();

    /**
     * @param sources what each channel tells, by its name
     * @param repeat after which what did not arrive is sent again, three times as long each time
     */
    VoiceRoutes(Ways ways, Map<String, NoticeSource> sources, Duration repeat) {
        this.ways = ways;
        sources.forEach(camel::bind);
        camel.addInitialProperty("repeat.millis", String.valueOf(repeat.toMillis()));
        ways.mail().ifPresent(this::mail);
        ways.webhook().ifPresent(webhook -> {
            camel.addInitialProperty("webhook.url", webhook.url());
            camel.addInitialProperty("webhook.form", webhook.form().name().toLowerCase(java.util.Locale.ROOT));
        });
        ways.command().ifPresent(words -> camel.bind("teller", new CommandTeller(words, ways.dir())));
        ways.signs().ifPresent(signs -> camel.addInitialProperty("heartbeat.url", signs.url()));
        camel.configure().withName("notices").withShutdownTimeout(5).withJmxEnabled(false);
        String files = Stream.concat(Stream.of("repetition"), sources.keySet().stream())
                .map(name -> FOLDER + name + ".yaml")
                .collect(Collectors.joining(","));
        camel.configure().withRoutesIncludePattern(files);
    }

    private void mail(Ways.Mail mail) {
        MailConfig config = mail.config();
        String scheme = config.security().equals("tls") ? "smtps" : "smtp";
        boolean upgraded = config.security().equals("starttls");
        StringBuilder uri = new StringBuilder(scheme + ":" + config.server() + ":" + config.port()
                + "?contentType=text/plain; charset=UTF-8&connectionTimeout=20000&mail." + scheme + ".timeout=20000"
                + "&mail." + scheme + ".ssl.checkserveridentity=true");
        if (upgraded) {
            uri.append("&mail.smtp.starttls.enable=true&mail.smtp.starttls.required=true");
        }
        if (config.user() != null) {
            camel.bind("sender", new Sender(config.user(), Objects.requireNonNull(mail.password())));
            uri.append("&authenticator=#sender");
        }
        camel.addInitialProperty("mail.uri", uri.toString());
        camel.addInitialProperty("mail.from", config.from());
        camel.addInitialProperty("mail.to", String.join(",", config.to()));
    }

    void start() {
        try {
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException("the routes that tell people do not start: " + Reason.of(e), e);
        }
    }

    /** Tells the service that watches that nothing more will come. */
    void ended(String state) {
        Optional<String> url = ways.signs().flatMap(Ways.Signs::endedUrl);
        if (url.isEmpty()) {
            return;
        }
        try (var template = camel.getCamelContext().createProducerTemplate()) {
            template.sendBodyAndHeader(
                    "http:ended?httpMethod=POST&connectTimeout=5000&responseTimeout=10000&followRedirects=false",
                    "state " + state,
                    "CamelHttpUri",
                    url.get());
        } catch (Exception e) {
            LOG.warn("the end could not be told to the service that watches: {}", Reason.of(e));
        }
    }

    void stop() {
        camel.stop();
    }

    private static final class Sender extends MailAuthenticator {
        private final PasswordAuthentication known;

        Sender(String user, String password) {
            known = new PasswordAuthentication(user, password);
        }

        @Override
        public PasswordAuthentication getPasswordAuthentication() {
            return known;
        }
    }
}
