package org.nocturne.routes.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.docs.Page;

/**
 * Makes the schema of campaign files: keys and types from the records, the words that a key may hold from what its record answers to
 * nonsense, defaults from the smallest file, meanings and what is required from docs/configuration.md.
 */
final class SchemaOfRecords {
    private static final Page PAGE = Page.of("docs/configuration.md");
    private static final String NONSENSE = "zzz-nonsense";
    private static final Pattern ONE_OF = Pattern.compile("it must be one of ([^;]*)$");
    private static final Pattern HEADING = Pattern.compile("^\\*\\*`([\\w-]+)`\\*\\*(?:: (.*))?");
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`) \\|([^|]*)\\| (.*) \\|$");

    private final YAMLMapper yaml = new YAMLMapper();
    private final Path scratch;
    private final ObjectNode least;
    private final JsonNode defaults;
    private final Map<String, String> meanings = new HashMap<>();

    SchemaOfRecords(Path dir) throws IOException {
        scratch = dir.resolve("c.yaml");
        least = (ObjectNode) yaml.readTree(PAGE.snippets("yaml").get(0));
        Files.writeString(scratch, yaml.writeValueAsString(least));
        defaults =
                yaml.readTree(EffectiveYaml.of(ConfigReader.read(scratch, false).config()));
        readPage();
    }

    private void readPage() {
        String block = "";
        for (String line : PAGE.text().lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.find()) {
                block = heading.group(1) + ".";
                meanings.put(
                        heading.group(1),
                        plain(Optional.ofNullable(heading.group(2)).orElse("")));
            } else if (line.startsWith("`settings`")) {
                block = "-"; // those of an adapter are its own
            } else if (row.find()) {
                for (String key : row.group(1).replace("`", "").split(", ")) {
                    meanings.putIfAbsent(block + key, plain(row.group(3)));
                }
            }
        }
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[`*]", "")
                .strip();
    }

    String text() throws IOException {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        new ObjectMapper(), SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(new JacksonModule());
        ObjectNode root = new SchemaGenerator(builder.build()).generateSchema(CampaignConfig.class);
        root.put("title", "Campaign file of Nocturne");
        describe(root, "");
        ArrayNode required = root.putArray("required");
        List.of("name", "target", "structure", "code", "replicas", "candidates").forEach(required::add);
        ObjectNode quick = root.deepCopy();
        quick.removeAll();
        ObjectNode properties = (ObjectNode) root.get("properties");
        quick.put("type", "object").put("description", "any of these keys, laid over the rest with --quick");
        properties.set("quick", quick);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void describe(ObjectNode node, String above) throws IOException {
        if (!(node.get("properties") instanceof ObjectNode properties)) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            String path = above + entry.getKey();
            ObjectNode property = (ObjectNode) entry.getValue();
            Optional.ofNullable(meanings.get(path))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> property.put("description", text));
            JsonNode byDefault = defaults.at("/" + path.replace('.', '/'));
            boolean given = !least.at("/" + path.replace('.', '/')).isMissingNode();
            if (byDefault.isValueNode() && !given && !path.equals("slots") && !path.equals("target.q-max")) {
                property.set("default", byDefault);
            }
            if (property.path("type").asText().equals("string")) {
                for (String word : words(path)) {
                    property.withArray("enum").add(word);
                }
            }
            describe(property, path + ".");
        }
    }

    /** What a key may hold, said by the error that nonsense meets there. */
    private List<String> words(String path) throws IOException {
        ObjectNode file = least.deepCopy();
        ObjectNode at = file;
        String[] keys = path.split("\\.");
        for (int k = 0; k < keys.length - 1; k++) {
            at = at.withObject("/" + keys[k]);
        }
        at.put(keys[keys.length - 1], NONSENSE);
        Files.writeString(scratch, yaml.writeValueAsString(file));
        try {
            ConfigReader.read(scratch, false);
            return List.of();
        } catch (ConfigException e) {
            String said = String.valueOf(e.getMessage());
            Matcher oneOf = ONE_OF.matcher(said);
            return said.contains("'" + NONSENSE + "'") && oneOf.find()
                    ? List.of(oneOf.group(1).split(", "))
                    : List.of();
        }
    }
}
