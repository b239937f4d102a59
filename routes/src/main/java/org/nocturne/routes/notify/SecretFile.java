package org.nocturne.routes.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.NamedFiles;

/** A file that a campaign names and whose first line is an address that nobody else should know. */
final class SecretFile {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SecretFile() {}

    /** @throws org.nocturne.routes.config.ConfigException if it holds no address; the message does not tell what it holds */
    static String address(ConfigReader.Read read, String key, String file) {
        String line = NamedFiles.firstLine(read.resolve(file)).strip();
        try {
            URI uri = new URI(line);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return line;
            }
        } catch (URISyntaxException e) {
            // told below, without what it holds
        }
        throw read.problem(
                key,
                key + " is '" + file + "', and its first line is no address; wanted is https://HOST/... or http://...");
    }
}
