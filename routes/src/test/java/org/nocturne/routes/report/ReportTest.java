package org.nocturne.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Store;
import org.w3c.dom.NodeList;

class ReportTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href|action|data)\\s*=|url\\s*\\(([^)]*)\\)|@import");

    @TempDir
    Path dir;

    private String written(int rounds) throws Exception {
        CampaignFixture campaign =
                new CampaignFixture("jdbc:h2:mem:" + dir.getFileName() + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        try (Store store = campaign.store) {
            campaign.fill(rounds);
            return Files.readString(Report.write(dir, store, campaign.facts()));
        }
    }

    @Test
    void the_report_says_what_was_asked_and_what_came_of_it() throws Exception {
        String report = written(3);
        assertThat(report)
                .contains("until 22 November 2026", "of 40.000 core hours; ", " of 50 failed attempts")
                .contains("si300", "target-300K.xye", "300.0 K", "1000 atoms of Si")
                .contains("The spread".toLowerCase(java.util.Locale.ROOT), "54 labelled frames")
                .contains("energy variance ratio", "undecided", "431", "more MD")
                .contains("v1", "v2", "promoted", "kept", "the first version", "5.12 %")
                .contains(
                        "TIMED_OUT at relax",
                        "NOT_FINITE at relax",
                        dir.resolve("work").toString())
                .contains("c0ffee", "Nocturne 0.1.0", "29 Sep 2021 - Update 2")
                .contains("The target is synthetic", "Nuclei are classical", "The cell is fixed");
        assertThat(Files.list(dir).map(p -> p.getFileName().toString())).containsExactly("report.html");
    }

    @Test
    void whatever_the_store_holds_is_escaped() throws Exception {
        String report = written(1);
        assertThat(report).doesNotContain("<script", "<NaN>").contains("&lt;script&gt;", "&lt;NaN&gt;");
    }

    @Test
    void it_is_well_formed_and_refers_to_nothing_outside() throws Exception {
        String report = written(2);
        String xml = report.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta[^>/]*)>", "<$1/>");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList figures = document.getElementsByTagName("svg");
        assertThat(figures.getLength()).isEqualTo(6);
        Matcher reference = REFERENCE.matcher(report);
        while (reference.find()) {
            assertThat(reference.group()).startsWith("url").contains("(#");
        }
    }

    @Test
    void ids_are_unique_across_figures() throws Exception {
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(written(2));
        assertThat(id.results().map(m -> m.group(1)).toList())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_campaign_that_has_just_begun_has_a_report_too() throws Exception {
        assertThat(written(0))
                .contains("Nothing to compare yet", "No candidate has been proposed yet", "No calculation failed");
    }

    @Test
    void a_store_without_a_campaign_has_none() {
        CampaignFixture empty = new CampaignFixture("jdbc:h2:mem:empty;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        try (Store store = empty.store) {
            assertThatThrownBy(() -> Report.write(dir, store, empty.facts())).hasMessageContaining("no campaign");
        }
    }
}
