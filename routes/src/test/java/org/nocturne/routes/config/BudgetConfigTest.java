package org.nocturne.routes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.learning.loop.BudgetPlan;
import org.nocturne.learning.loop.Deadline;

class BudgetConfigTest {
    @TempDir
    Path dir;

    private ConfigReader.Read read(int candidates, String more) throws IOException {
        Path file = Files.writeString(dir.resolve("c.yaml"), """
                name: small
                target: {file: t.xye, radiation: xray, kind: cluster, temperature-K: 300}
                structure: {file: cell.extxyz}
                code: {name: builtin, cores: 2}
                replicas: {temperatures-K: [300]}
                candidates: {count: %d}
                %s
                """.formatted(candidates, more));
        return ConfigReader.read(file, false);
    }

    private BudgetPlan plan(int candidates, String more) throws IOException {
        CampaignConfig config = read(candidates, more).config();
        return config.budget().plan(config);
    }

    @Test
    void without_a_block_only_failures_and_the_disk_are_bounded() throws IOException {
        BudgetPlan plan = plan(40, "");

        assertThat(plan.until()).isEmpty();
        assertThat(plan.coreHours()).isEqualTo(OptionalDouble.empty());
        assertThat(plan.diskMb()).isEmpty();
        assertThat(plan.failures()).isEqualTo(OptionalInt.of(80));
        assertThat(plan.keepFreeMb()).isEqualTo(1024);
        assertThat(plan.coresOfAJob()).isEqualTo(2);
        assertThat(plan(4, "").failures()).as("replicas may fail too").hasValue(50);
    }

    @Test
    void a_time_of_day_needs_no_quotes() throws IOException {
        assertThat(plan(4, "budget: {until: 07:00}").until()).contains(new Deadline("07:00"));
        assertThat(plan(4, "budget: {until: 2026-11-29T07:00}").until()).contains(new Deadline("2026-11-29T07:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until: tomorrow  | budget.until is 'tomorrow'; wanted is a time of day such as 07:00",
                "core-hours: 0    | budget.core-hours is 0.0 h; it must be above 0.0 h",
                "failures: 0      | budget.failures is 0; it must be at least 1",
                "disk-mb: 0       | budget.disk-mb is 0; it must be at least 1",
                "keep-free-mb: -1 | budget.keep-free-mb is -1; it must be at least 0",
                "untill: 07:00    | did you mean until?",
            })
    void what_cannot_be_meant_is_told_with_its_line(String entry, String told) {
        assertThatThrownBy(() -> read(4, "budget:\n  " + entry))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("c.yaml:8: ")
                .hasMessageContaining(told);
    }

    @Test
    void a_date_that_is_over_is_refused_before_anything_begins() throws IOException {
        ConfigReader.Read over = read(4, "budget: {until: 2026-11-01T07:00}");

        BudgetConfig.requireAhead(over, Instant.parse("2026-10-01T00:00:00Z"));
        assertThatThrownBy(() -> BudgetConfig.requireAhead(over, Instant.parse("2026-11-28T00:00:00Z")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("budget.until is '2026-11-01T07:00', which is over");
    }
}
