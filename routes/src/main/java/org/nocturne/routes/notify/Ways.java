package org.nocturne.routes.notify;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.HeartbeatConfig;
import org.nocturne.routes.config.MailConfig;
import org.nocturne.routes.config.NotifyConfig;
import org.nocturne.routes.config.WebhookConfig;
import org.nocturne.routes.run.NamedFiles;

/**
 * The ways by which a campaign tells people, with the secrets that they need read from their files: of these objects none is ever printed.
 *
 * @param dir where the command runs
 */
record Ways(
        Set<Kind> kinds,
        Optional<LocalTime> digest,
        Optional<Mail> mail,
        Optional<Webhook> webhook,
        Optional<List<String>> command,
        Optional<Signs> signs,
        Path dir) {

    record Mail(MailConfig config, @Nullable String password) {}

    record Webhook(String url, NoticeForm form) {}

    record Signs(String url, Optional<String> endedUrl, long everyMillis) {}

    /**
     * Opens what a campaign file names.
     *
     * @throws ConfigException if a file or a program is not there, or an address is none
     */
    static Ways of(ConfigReader.Read read, NotifyConfig config) {
        Set<Kind> kinds = EnumSet.of(Kind.DIGEST);
        config.tell().forEach(word -> kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT))));
        return new Ways(
                kinds,
                config.digestTime(),
                Optional.ofNullable(config.mail()).map(mail -> mail(read, mail)),
                Optional.ofNullable(config.webhook()).map(hook -> webhook(read, hook)),
                Optional.ofNullable(config.command()).map(words -> command(read, words)),
                Optional.ofNullable(config.heartbeat()).map(heartbeat -> signs(read, heartbeat)),
                read.resolve("."));
    }

    private static Mail mail(ConfigReader.Read read, MailConfig config) {
        String file = config.passwordFile();
        return new Mail(config, file == null ? null : NamedFiles.firstLine(read.resolve(file)));
    }

    private static Webhook webhook(ConfigReader.Read read, WebhookConfig config) {
        return new Webhook(
                SecretFile.address(read, "notify.webhook.url-file", config.urlFile()),
                NoticeForm.valueOf(config.form().toUpperCase(Locale.ROOT)));
    }

    private static Signs signs(ConfigReader.Read read, HeartbeatConfig config) {
        return new Signs(
                SecretFile.address(read, "notify.heartbeat.url-file", config.urlFile()),
                Optional.ofNullable(config.endedUrlFile())
                        .map(file -> SecretFile.address(read, "notify.heartbeat.ended-url-file", file)),
                Math.round(config.everyMinutes() * 60_000));
    }

    private static List<String> command(ConfigReader.Read read, List<String> words) {
        List<String> whole = new ArrayList<>(words);
        whole.set(0, NamedFiles.program(read, words.get(0)));
        if (Programs.find(whole.get(0)).isEmpty()) {
            throw read.problem(
                    "notify.command",
                    "notify.command is " + words + ", and " + whole.get(0) + " is no program that can be run");
        }
        return List.copyOf(whole);
    }

    /** The channels that tell notices, by their names. */
    List<String> channels() {
        List<String> out = new ArrayList<>();
        mail.ifPresent(m -> out.add("mail"));
        webhook.ifPresent(w -> out.add("webhook"));
        command.ifPresent(c -> out.add("command"));
        return out;
    }

    /** What is told and by which ways, without any secret. */
    String words() {
        List<String> out = new ArrayList<>();
        mail.ifPresent(m -> out.add("mail to " + String.join(", ", m.config().to()) + " by "
                + m.config().server()));
        webhook.ifPresent(w -> out.add(w.form().name().toLowerCase(Locale.ROOT) + " message to " + host(w.url())));
        command.ifPresent(c -> out.add("command " + c.get(0)));
        signs.ifPresent(s -> out.add("signs of life to " + host(s.url())));
        digest.ifPresent(at -> out.add("digest at " + at));
        return String.join("; ", out);
    }

    private static String host(String url) {
        return URI.create(url).getHost();
    }
}
