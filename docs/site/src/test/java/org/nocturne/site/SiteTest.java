package org.nocturne.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));

    @TempDir
    Path dir;

    private Site built(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = dir.resolve("root").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return Site.build(dir.resolve("root"), dir.resolve("out"));
    }

    private Document page(String place) throws IOException {
        return Jsoup.parse(Files.readString(dir.resolve("out").resolve(place)));
    }

    @Test
    void the_documentation_holds_together() throws IOException {
        Site site = Site.build(ROOT, dir.resolve("out"));

        assertThat(site.problems()).isEmpty();
        assertThat(SiteCheck.problemsOf(dir.resolve("out"))).isEmpty();
        assertThat(site.pages()).isGreaterThan(90);
        assertThat(page("docs/reliability.html").getElementById("bounded-nights"))
                .isNotNull();
        assertThat(page("docs/variance.html").select("table td")).hasSizeGreaterThan(50);
        assertThat(page("index.html").select("main img")).isNotEmpty();
        assertThat(page("configs/silicon-300K.yaml.html").select("pre").text()).contains("name: silicon-300K");
    }

    @Test
    void files_and_folders_that_a_page_names_come_along() throws IOException {
        Site site = built(Map.of(
                "docs/navigation.yaml",
                "All: {Start: README.md, A: docs/a.md}",
                "README.md",
                "# Start\n\n[a](docs/a.md#one-two), [b](b.yaml), [c](c)\n\n| x |\n|---|\n| 1 |\n",
                "docs/a.md",
                "# A\n\n## One, two\n\n[back](../README.md) ![plot](p.svg)\n",
                "docs/p.svg",
                "<svg/>",
                "b.yaml",
                "key: <value>\n",
                "c/d.txt",
                "text"));

        assertThat(site.problems()).isEmpty();
        assertThat(SiteCheck.problemsOf(dir.resolve("out"))).isEmpty();
        assertThat(page("index.html").select("main a").eachAttr("href"))
                .containsExactly("docs/a.html#one-two", "b.yaml.html", "c/index.html");
        assertThat(page("index.html").select("td").text()).isEqualTo("1");
        assertThat(page("b.yaml.html").select("pre").text()).isEqualTo("key: <value>");
        assertThat(page("c/d.txt.html").select("main a").attr("href")).isEqualTo("d.txt");
        assertThat(page("docs/a.html").select("main p a").attr("href")).isEqualTo("../index.html");
        assertThat(page("docs/a.html").select("nav [aria-current]").text()).isEqualTo("A");
        assertThat(Files.readString(dir.resolve("out/search-index.js"))).contains("docs/a.html#one-two");
    }

    @Test
    void what_is_wrong_with_the_sources_is_told() throws IOException {
        Site site = built(Map.of(
                "docs/navigation.yaml",
                "All: {Start: README.md, Gone: docs/gone.md}",
                "README.md",
                "# Start\n\n[a](docs/b.md), the mean <U>\n",
                "docs/a.md",
                "# A\n"));

        assertThat(site.problems())
                .containsExactly(
                        "docs/navigation.yaml: there is no docs/gone.md",
                        "docs/navigation.yaml: docs/a.md stands in no group",
                        "README.md: <U> is hidden by GitHub; wanted is \\<",
                        "README.md: docs/b.md leads nowhere");
    }
}
