package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.docs.Page;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.routes.config.AuditConfig;
import org.nocturne.routes.config.ConfigReader;

/** The page on second codes. */
class SecondCodePageTest {
    private static final Page PAGE = Page.of("docs/second-code.md");

    @TempDir
    Path dir;

    @Test
    void its_block_stands_in_a_campaign_file() throws Exception {
        List<String> snippets = PAGE.snippets("yaml");
        assertThat(snippets).hasSize(1);
        Path file = SmallCampaign.writeBuiltin(dir);
        Files.writeString(file, Files.readString(file) + snippets.get(0));

        AuditConfig audit =
                Objects.requireNonNull(ConfigReader.read(file, false).config().audit());

        assertThat(audit.code().name()).isEqualTo("espresso");
        assertThat(audit.cells()).isNotNull();
    }

    @Test
    void every_kind_of_structure_and_each_of_their_keys_is_explained() throws Exception {
        JsonNode block = new YAMLMapper().readTree(PAGE.snippets("yaml").get(0)).get("audit");
        block.fieldNames()
                .forEachRemaining(key ->
                        assertThat(Page.of("docs/configuration.md").text()).contains("| `" + key + "` |"));
        for (Origin origin : Origin.values()) {
            assertThat(PAGE.text()).contains("| `" + origin.word() + "s` |");
        }
    }
}
