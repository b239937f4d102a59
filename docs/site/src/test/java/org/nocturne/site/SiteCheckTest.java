package org.nocturne.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCheckTest {
    @TempDir
    Path site;

    @BeforeEach
    void a_page_to_lead_to() throws IOException {
        Files.writeString(site.resolve("other.html"), "<main><h2 id=there>There</h2></main>");
    }

    private List<String> problemsOf(String main) throws IOException {
        Files.writeString(site.resolve("page.html"), "<main>" + main + "</main>");
        return SiteCheck.problemsOf(site);
    }

    @Test
    void a_whole_page_has_no_problems() throws IOException {
        assertThat(
                        problemsOf(
                                "<h2 id=a>A</h2><a href='other.html#there'>there</a> <a href='#a'>here</a>"
                                        + " <a href='https://example.org/'>elsewhere, when it is clicked</a> <p><code>[a](b)</code></p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a href='gone.html'>gone</a>                            | gone.html leads nowhere
            <a href='../outside.html'>outside</a>                   | ../outside.html leads nowhere
            <a href='/other.html'>from the root</a>                 | /other.html leads nowhere
            <a href='other.html#not-there'>not there</a>            | other.html#not-there leads to a page without this anchor
            <a href='#not-here'>not here</a>                        | #not-here leads to a page without this anchor
            <img src='gone.svg'>                                    | gone.svg leads nowhere
            <img src='https://example.org/a.png'>                   | loads https://example.org/a.png from elsewhere
            <script src='//example.org/a.js'></script>              | loads //example.org/a.js from elsewhere
            <link rel=stylesheet href='https://example.org/a.css'>  | loads https://example.org/a.css from elsewhere
            <style>@import 'https://example.org/a.css'</style>      | loads https://example.org/a.css from elsewhere
            <p style='background: url(http://example.org/a.png)'>   | loads http://example.org/a.png from elsewhere
            <h2 id=a>A</h2><h3 id=a>A</h3>                          | the id a is given twice
            <p>see [this](that.md)</p>                              | this is Markdown that was not read: see [this](that.md)
            """)
    void a_broken_page_is_told(String broken, String told) throws IOException {
        assertThat(problemsOf(broken)).containsExactly("page.html: " + told);
    }

    @Test
    void a_table_that_was_not_read_is_told() throws IOException {
        assertThat(problemsOf("<p>| a | b |</p>"))
                .containsExactly("page.html: this is Markdown that was not read: | a | b |");
    }

    @Test
    void a_style_sheet_may_load_nothing_from_elsewhere_either() throws IOException {
        Files.writeString(site.resolve("a.css"), "body { background: url('https://example.org/a.png') }");

        assertThat(SiteCheck.problemsOf(site)).containsExactly("a.css: loads https://example.org/a.png from elsewhere");
    }
}
