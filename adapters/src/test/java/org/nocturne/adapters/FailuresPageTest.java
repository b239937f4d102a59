package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;

/** What the page on failures shows is read, and every correction that comes along stands on it. */
class FailuresPageTest {
    @TempDir
    Path dir;

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("nocturne.root"), "docs/failures.md"));
    }

    @Test
    void the_file_of_a_site_is_understood_by_the_code_it_is_for() throws IOException {
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page());
        assertThat(yaml.find()).isTrue();
        Files.createDirectories(dir.resolve("failures"));
        Files.writeString(dir.resolve("failures/espresso.yaml"), yaml.group(1));
        CodeProvider espresso = Codes.near(dir).find("espresso").orElseThrow().provider();

        FailureKnowledge known = espresso.failures(dir);

        assertThat(known.failed(Cause.TIMED_OUT, "", dir).remedies()).isEmpty();
        assertThat(known.explain(List.of("     convergence NOT achieved after 100 iterations"), dir, "")
                        .orElseThrow()
                        .remedies())
                .hasSize(2)
                .allSatisfy(remedy -> assertThat(Corrections.NONE
                                .and(remedy.correction())
                                .applied(Map.of(), espresso.defaults())
                                .keySet())
                        .isSubsetOf(espresso.defaults().keySet()));
    }

    @Test
    void every_correction_that_comes_along_stands_on_the_page() throws IOException {
        String page = page();
        for (Codes.KnownCode code : Codes.near(dir).all()) {
            for (Correction correction : code.provider().failures(dir).corrections()) {
                assertThat(page).as(code.name()).contains("`" + correction.inWords() + "`");
            }
        }
    }
}
