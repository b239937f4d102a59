package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.builtin.BuiltinProvider;

class BuiltinPageTest {
    private static final Page PAGE = Page.of("docs/builtin.md");

    @TempDir
    Path dir;

    @Test
    void the_settings_are_those_of_the_page() {
        List<String> known = Stream.concat(known("stillinger-weber"), known("lennard-jones"))
                .distinct()
                .sorted()
                .toList();

        assertThat(PAGE.all("^\\| `([\\w-]+)` \\|").stream().sorted().toList()).isEqualTo(known);
    }

    @Test
    void the_snippet_can_be_meant() throws IOException {
        List<String> snippets = PAGE.snippets("yaml");
        assertThat(snippets).hasSize(1);
        Map<?, ?> code = (Map<?, ?>)
                new YAMLMapper().readValue(snippets.get(0), Map.class).get("code");
        @SuppressWarnings("unchecked")
        Map<String, Object> settings = (Map<String, Object>) code.get("settings");
        Code opened = new BuiltinProvider().open(settings, dir);

        assertThat(code.get("name")).isEqualTo(opened.method().code());
        assertThat(opened.method().potential()).contains("epsilon-ev=0.0103").contains("shift=true");
        assertThat(opened.method().settings()).isEqualTo("timestep-fs=4.0 damp-fs=400.0");
    }

    @Test
    void the_defaults_are_those_of_the_page() {
        String settings = new BuiltinProvider()
                .open(Map.of("potential", "stillinger-weber"), dir)
                .method()
                .settings();

        assertThat(settings).isEqualTo("timestep-fs=1.0 damp-fs=100.0");
        assertThat(PAGE.text()).contains("| `timestep-fs` | 1 |").contains("| `damp-fs` | 100 |");
    }

    private Stream<String> known(String potential) {
        Map<String, Object> settings = Map.of("potential", potential, "nonsense", 1);
        Throwable refusal = catchThrowable(() -> new BuiltinProvider().open(settings, dir));
        return Stream.of(String.valueOf(refusal.getMessage())
                .replaceFirst("(?s).*known are ", "")
                .split(", "));
    }
}
