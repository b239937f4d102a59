package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.work.Cause;

class FailurePatternsTest {

    @Test
    void the_first_pattern_wins_whatever_the_order_of_the_lines() {
        FailurePatterns patterns =
                FailurePatterns.of(List.of("# why", "", "DISK_FULL\tno space", "BAD_EXIT\terror"), "x");

        assertThat(patterns.explain(List.of("some error", "  no space left")))
                .contains(new FailurePatterns.Explanation(Cause.DISK_FULL, "no space left"));
        assertThat(patterns.explain(List.of("all well"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISK_FUL\\tx   | site.tsv:1: there is no cause DISK_FUL
            DISK_FULL     | site.tsv:1: wanted is a cause, a tab and a regular expression
            DISK_FULL\\t(  | site.tsv:1: wanted is a cause, a tab and a regular expression
            """)
    void a_bad_line_is_named(String line, String message) {
        assertThatThrownBy(() -> FailurePatterns.of(List.of(line.replace("\\t", "\t")), "site.tsv"))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining(message);
    }
}
