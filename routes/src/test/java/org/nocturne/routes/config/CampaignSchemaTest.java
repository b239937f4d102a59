package org.nocturne.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignSchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));
    private static final Path FILE =
            ROOT.resolve("routes/src/main/resources/org/nocturne/routes/config").resolve(CampaignSchema.RESOURCE);

    /** Renew it with -Dnocturne.renew=true. */
    @Test
    void the_published_schema_is_that_of_the_records(@TempDir Path dir) throws IOException {
        String made = new SchemaOfRecords(dir).text();
        if (Boolean.getBoolean("nocturne.renew")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE))
                .as(
                        "out of date; renew it: mvn test -pl routes -am -Dtest=CampaignSchemaTest -Dsurefire.failIfNoSpecifiedTests=false -Dnocturne.renew=true")
                .isEqualTo(made);
    }

    @Test
    void keys_have_types_words_defaults_and_meanings() throws IOException {
        JsonNode target = new ObjectMapper().readTree(CampaignSchema.text()).at("/properties/target");

        assertThat(target.at("/properties/temperature-K/type").asText()).isEqualTo("number");
        assertThat(target.at("/properties/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("powder", "structure-factor", "cluster");
        assertThat(target.at("/properties/synthetic/default").isBoolean()).isTrue();
        assertThat(target.at("/properties/temperature-K/description").asText()).isEqualTo("at which it was measured");
        assertThat(target.at("/additionalProperties").asBoolean(true)).isFalse();
    }

    static Stream<Path> configs() throws IOException {
        return Files.list(ROOT.resolve("configs"))
                .filter(file -> file.toString().endsWith(".yaml"));
    }

    /** Every key of every campaign file that comes along is in the schema. */
    @ParameterizedTest
    @MethodSource("configs")
    void campaign_files_that_come_along_are_known_to_it(Path config) throws IOException {
        List<String> unknown = new ArrayList<>();
        collect(
                new YAMLMapper().readTree(config.toFile()),
                new ObjectMapper().readTree(CampaignSchema.text()),
                "",
                unknown);

        assertThat(unknown).isEmpty();
    }

    private static void collect(JsonNode node, JsonNode schema, String path, List<String> unknown) {
        if (!schema.has("properties")) {
            return;
        }
        node.properties().forEach(entry -> {
            JsonNode inner = schema.get("properties").get(entry.getKey());
            if (inner == null) {
                unknown.add(path + entry.getKey());
            } else {
                collect(entry.getValue(), inner, path + entry.getKey() + ".", unknown);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("configs")
    void a_configuration_with_every_default_means_the_same(Path config, @TempDir Path dir) throws IOException {
        CampaignConfig read = ConfigReader.read(config, false).config();
        String whole = EffectiveYaml.of(read);

        assertThat(ConfigReader.read(Files.writeString(dir.resolve("c.yaml"), whole), false)
                        .config())
                .isEqualTo(read);
        assertThat(whole).contains("backup-minutes: 15").contains("stop-when-stalled: ");
    }
}
