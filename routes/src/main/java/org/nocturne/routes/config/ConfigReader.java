package org.nocturne.routes.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Reads campaign files. YAML is read as plain data: no tags, no types, no doubled keys. The block {@code quick} holds what differs with
 * --quick and is laid over the rest.
 */
public final class ConfigReader {
    private static final String QUICK = "quick";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ConfigReader() {}

    /** A campaign file, its effective text (with the quick block laid over, where asked for), and the file itself. */
    public record Read(Path file, CampaignConfig config, String effectiveYaml, ToIntFunction<String> lineOf) {
        /** What is wrong with the value of a key, told with its file and line. */
        public ConfigException problem(String key, String problem) {
            return new ConfigException(file, lineOf.applyAsInt(key), problem);
        }

        /** A file named in the configuration lies beside it. */
        public Path resolve(String relative) {
            return file.toAbsolutePath().resolveSibling(relative).normalize();
        }
    }

    /**
     * Reads and checks.
     *
     * @throws ConfigException naming file, line, key, what was found and what is wanted
     */
    public static Read read(Path file, boolean quick) {
        return read(file, quick, root -> {});
    }

    /**
     * The same of a file that is changed while it is read; its files are still looked up beside it.
     *
     * @param change of the keys, after the quick block
     */
    public static Read read(Path file, boolean quick, Consumer<ObjectNode> change) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(file, "there is no such campaign file");
        }
        try {
            String text = Files.readString(file);
            YamlLines lines = YamlLines.of(text);
            JsonNode tree = YAML.readTree(text);
            if (!(tree instanceof ObjectNode root)) {
                throw new ConfigException(
                        file, 1, "is no campaign file; wanted are keys such as name, target, structure");
            }
            JsonNode over = root.remove(QUICK);
            if (quick && over instanceof ObjectNode block) {
                overlay(root, block);
            }
            change.accept(root);
            return new Read(file, convert(file, root, lines), YAML.writeValueAsString(root), lines::lineOf);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new ConfigException(
                    file, at == null ? 1 : at.getLineNr(), "is no YAML: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new ConfigException(file, "cannot be read: " + e.getMessage());
        }
    }

    private static void overlay(ObjectNode base, ObjectNode over) {
        over.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode block && base.get(entry.getKey()) instanceof ObjectNode below) {
                overlay(below, block);
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static CampaignConfig convert(Path file, ObjectNode root, YamlLines lines) throws JsonProcessingException {
        try {
            KnownKeys.check(root, CampaignConfig.class, "");
            Unfinished.refuse(root);
            return YAML.treeToValue(root, CampaignConfig.class);
        } catch (ConfigValueException unknown) {
            String path = unknown.key();
            throw new ConfigException(file, lines.lineOf(path), path + " " + unknown.getMessage());
        } catch (JsonMappingException e) {
            String above = path(e.getPath());
            if (e.getCause() instanceof ConfigValueException value) {
                String path = above.isEmpty() ? value.key() : above + "." + value.key();
                throw new ConfigException(file, lines.lineOf(path), path + " " + value.getMessage());
            }
            throw new ConfigException(file, lines.lineOf(above), above + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String path(List<JsonMappingException.Reference> references) {
        return references.stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replace("`", "'").replaceAll("(java|org)\\.[\\w.]*\\.", "");
    }
}
