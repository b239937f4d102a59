package org.nocturne.routes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.adapters.lammps.LammpsProvider;
import org.nocturne.docs.Page;
import org.nocturne.routes.cli.ExitCode;

/** The pages for those who write campaign files and scripts name every key and every exit code. */
class ConfigurationPageTest {
    private static final Page PAGE = Page.of("docs/configuration.md");
    private static final Pattern HEADING = Pattern.compile("^\\*\\*`([\\w-]+)`\\*\\*");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w-]+)` \\| ([\\d.]+) \\|");
    private static final Path DOCS = Path.of(System.getProperty("nocturne.root"), "docs");

    /** Whole keys, such as target.file. */
    static List<String> keys() {
        List<String> out = new ArrayList<>();
        collect("", CampaignConfig.class, out);
        return out;
    }

    private static void collect(String above, Class<?> type, List<String> out) {
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String key = above + parameter.getAnnotation(JsonProperty.class).value();
            out.add(key);
            if (parameter.getType().isRecord()) {
                collect(key + ".", parameter.getType(), out);
            }
        }
    }

    /** What the page says of each block; what stands before the first of them is of the keys without one. */
    private static Map<String, String> blocks() {
        Map<String, String> blocks = new HashMap<>();
        String block = "";
        for (String line :
                PAGE.text().lines().takeWhile(l -> !l.startsWith("## ")).toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.find()) {
                block = heading.group(1);
            }
            blocks.merge(block, line + "\n", String::concat);
        }
        return blocks;
    }

    /** The blocks `code` and `launcher` of an audit are those of the campaign: the page says so once. */
    @ParameterizedTest
    @MethodSource("keys")
    void every_key_of_a_campaign_file_is_explained_in_its_block(String key) {
        String[] path = key.replaceFirst("^audit\\.(code|launcher)\\.", "$1.").split("\\.");
        String told = String.valueOf(blocks().get(path.length == 1 ? "" : path[0]));

        assertThat(blocks().containsKey(key) || told.contains("`" + path[path.length - 1] + "`"))
                .as(key)
                .isTrue();
    }

    /** Rows of tables, one level below their block, but for settings of a code. */
    @Test
    void every_key_of_the_tables_is_one_of_a_campaign_file() {
        List<String> keys = keys();
        List<String> unknown = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<String, String> block : blocks().entrySet()) {
            String text = block.getValue().replaceFirst("(?s)\n`settings` of `lammps`.*", "");
            String above = block.getKey().isEmpty() ? "" : block.getKey() + ".";
            for (String row : new Page(PAGE.file(), text).all("^\\| (`[^|]*`) \\|")) {
                for (String key : row.replace("`", "").split(", ")) {
                    rows++;
                    if (!keys.contains(above + key) && !keys.contains(above + "network." + key)) {
                        unknown.add(above + key);
                    }
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(rows).isGreaterThan(100);
    }

    static List<Field> codes() {
        return List.of(ExitCode.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_exit_code_stands_in_the_table(Field code) throws Exception {
        assertThat(Files.readString(DOCS.resolve("exit-codes.md")))
                .contains("| " + code.getInt(null) + " | " + code.getName() + " |");
    }

    private static List<String> settingsOfLammps(Path dir) {
        Throwable refusal = catchThrowable(() -> new LammpsProvider().open(Map.of("nonsense", 1), dir));
        return List.of(String.valueOf(refusal.getMessage())
                .replaceFirst("(?s).*known are ", "")
                .split(", "));
    }

    @Test
    void every_setting_of_lammps_is_explained(@TempDir Path dir) {
        List<String> settings = settingsOfLammps(dir);

        assertThat(settings).hasSizeGreaterThan(5).contains("pair");
        assertThat(settings).allSatisfy(key -> assertThat(PAGE.text()).contains("\n| `" + key + "` |"));
    }

    /** The first snippet is a whole file; the others, those of two more pages too, are laid over it, as the block quick is. */
    @Test
    void every_snippet_can_be_read(@TempDir Path dir) throws IOException {
        assertThat(PAGE.snippets("yaml")).hasSize(3);
        List<String> snippets = Stream.of(PAGE, Page.of("docs/faq.md"), Page.of("docs/cluster.md"))
                .flatMap(page -> page.snippets("yaml").stream())
                .toList();
        YAMLMapper yaml = new YAMLMapper();
        for (String snippet : snippets) {
            ObjectNode file = (ObjectNode) yaml.readTree(snippets.get(0));
            file.set("quick", yaml.readTree(snippet).deepCopy());
            ((ObjectNode) file.get("quick")).remove("quick");
            Path laidOver = Files.writeString(dir.resolve("c.yaml"), yaml.writeValueAsString(file));
            assertThat(ConfigReader.read(laidOver, true).config().name()).isEqualTo("small");
        }
    }

    /** In the order of the page: what the tables give as a plain number. */
    @Test
    void defaults_are_those_of_the_page(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(dir.resolve("c.yaml"), PAGE.snippets("yaml").get(0));
        Map<String, Object> values = new TreeMap<>();
        collectValues("", ConfigReader.read(file, false).config(), values);
        String block = "";
        int compared = 0;
        for (String line : PAGE.text().lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.find()) {
                block = heading.group(1) + ".";
            } else if (line.startsWith("`settings`")) {
                block = "code.settings.";
            } else if (row.find() && values.containsKey(block + row.group(1))) {
                assertThat(Double.parseDouble(String.valueOf(values.get(block + row.group(1)))))
                        .as(block + row.group(1))
                        .isEqualTo(Double.parseDouble(row.group(2)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(12);
    }

    private static void collectValues(String above, Record of, Map<String, Object> values) {
        for (RecordComponent component : Objects.requireNonNull(of.getClass().getRecordComponents())) {
            Object value = assertDoesNotThrow(() -> component.getAccessor().invoke(of));
            String key = above + key(of.getClass(), component.getName());
            if (value instanceof Record inner) {
                collectValues(key + ".", inner, values);
            } else if (value instanceof Number) {
                values.put(key, value);
            }
        }
    }

    private static String key(Class<?> type, String component) {
        return Stream.of(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component))
                .map(parameter -> parameter.getAnnotation(JsonProperty.class).value())
                .findFirst()
                .orElseThrow();
    }
}
