package org.nocturne.routes.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;

/**
 * Files that a campaign names and never copies: those of passwords, those of addresses that are as good as one, and the program that
 * tells people.
 */
public final class NamedFiles {
    private record Key(String block, String key) {}

    private static final List<Key> SECRETS = List.of(
            new Key("/store", "password-file"),
            new Key("/notify/mail", "password-file"),
            new Key("/notify/webhook", "url-file"),
            new Key("/notify/heartbeat", "url-file"),
            new Key("/notify/heartbeat", "ended-url-file"));

    private NamedFiles() {}

    /** Names each by its whole path, so that the folder of the campaign finds it where it is. */
    static void nameWhole(ObjectNode root, ConfigReader.Read read) {
        for (Key key : SECRETS) {
            JsonNode block = root.at(key.block());
            if (block instanceof ObjectNode named && named.hasNonNull(key.key())) {
                String file = named.get(key.key()).asText();
                named.put(key.key(), read.resolve(file).toString());
            }
        }
        if (root.at("/notify/command") instanceof ArrayNode command && !command.isEmpty()) {
            command.set(0, new TextNode(program(read, command.get(0).asText())));
        }
    }

    /** A program that lies beside the campaign file goes before one on the path. */
    public static String program(ConfigReader.Read read, String name) {
        Path beside = read.resolve(name);
        return Files.isRegularFile(beside) ? beside.toString() : name;
    }

    /**
     * The first line of a file.
     *
     * @throws ConfigException if it cannot be read or has none
     */
    public static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow(() -> new ConfigException(file, "is empty; wanted is one line"));
        } catch (IOException e) {
            throw new ConfigException(file, "cannot be read: " + e.getMessage());
        }
    }
}
