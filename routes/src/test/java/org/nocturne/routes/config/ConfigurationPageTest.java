package org.nocturne.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.routes.cli.ExitCode;

/** The pages for those who write campaign files and scripts name every key and every exit code. */
class ConfigurationPageTest {
    private static final Path DOCS = Path.of(System.getProperty("nocturne.root"), "docs");

    static List<String> keys() {
        List<String> out = new ArrayList<>();
        collect(CampaignConfig.class, out);
        return out;
    }

    private static void collect(Class<?> type, List<String> out) {
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            out.add(parameter.getAnnotation(JsonProperty.class).value());
            if (parameter.getType().isRecord()) {
                collect(parameter.getType(), out);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_key_of_a_campaign_file_is_explained(String key) throws IOException {
        assertThat(Files.readString(DOCS.resolve("configuration.md"))).contains("`" + key + "`");
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
}
