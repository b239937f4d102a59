package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mail by a site's SMTP server.
 *
 * @param security starttls (refused where the server does not offer it), tls from the first byte, or none
 * @param passwordFile first line is the password, so that none stands in the campaign file
 */
public record MailConfig(
        @JsonProperty("server") String server,
        @JsonProperty("port") Integer port,
        @JsonProperty("security") String security,
        @JsonProperty("from") String from,
        @JsonProperty("to") List<String> to,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password-file") @Nullable String passwordFile) {
    private static final List<String> SECURITY = List.of("starttls", "tls", "none");

    public MailConfig {
        Wanted.present("server", server, "the name of an SMTP server");
        if (!server.matches("[A-Za-z0-9.:\\[\\]-]+")) {
            throw new ConfigValueException("server", "is '" + server + "'; wanted is a host's name or address alone");
        }
        security = Wanted.oneOf("security", Wanted.orElse(security, "starttls"), SECURITY);
        port = Wanted.atLeast("port", Wanted.orElse(port, usualPort(security)), 1);
        Wanted.present("from", from, "the address of the sender");
        to = List.copyOf(Wanted.present("to", to, "a list of addresses"));
        if (to.isEmpty()) {
            throw new ConfigValueException("to", "is empty; wanted is at least one address");
        }
        if ((user == null) != (passwordFile == null)) {
            throw new ConfigValueException(
                    user == null ? "user" : "password-file",
                    "is missing; user and password-file stand together or not at all");
        }
        if (user != null && security.equals("none")) {
            throw new ConfigValueException("security", "is none; a password goes over starttls or tls alone");
        }
    }

    private static int usualPort(String security) {
        return switch (security) {
            case "starttls" -> 587;
            case "tls" -> 465;
            default -> 25;
        };
    }
}
