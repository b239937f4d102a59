package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Step;

class FailureKnowledgeTest {
    private static final String OURS = """
            failures:
              - {cause: BAD_EXIT, pattern: 'error'}
              - cause: NOT_CONVERGED
                pattern: 'electrons did not'
                corrections: [{set: {mixing: 0.2}}]
              - {cause: NOT_CONVERGED, pattern: 'ions did not'}
              - {cause: NOT_CONVERGED, pattern: 'never', corrections: []}
              - cause: NOT_CONVERGED
                corrections: [{iterations: 4, tasks: [minimise], at-most: 3}]
            """;

    @TempDir
    Path dir;

    private FailureKnowledge knowing(String site) throws IOException {
        Files.createDirectories(dir.resolve("failures"));
        Files.writeString(dir.resolve("failures/well.yaml"), site);
        return FailureKnowledge.of(
                "well", PlainYaml.read("ours", OURS, FailureFile.class).failures(), dir);
    }

    private FailureKnowledge known() {
        return FailureKnowledge.of(
                "well", PlainYaml.read("ours", OURS, FailureFile.class).failures(), dir);
    }

    private Outcome.Failed explained(FailureKnowledge known, String... said) throws IOException {
        return known.explain(List.of(said), dir, "").orElseThrow();
    }

    private static List<String> help(Outcome.Failed failed) {
        return failed.remedies().stream().map(r -> r.correction().inWords()).toList();
    }

    @Test
    void the_first_entry_wins_whatever_the_order_of_the_lines() throws IOException {
        Outcome.Failed failed = explained(known(), "the ions did not move", "  some error  ");

        assertThat(failed.cause()).isEqualTo(Cause.BAD_EXIT);
        assertThat(failed.detail()).isEqualTo("some error");
        assertThat(known().explain(List.of("all well"), dir, "")).isEmpty();
    }

    @Test
    void what_may_help_stands_at_the_message_or_else_at_its_cause() throws IOException {
        assertThat(help(explained(known(), "electrons did not"))).containsExactly("mixing=0.2");
        assertThat(help(explained(known(), "ions did not"))).containsExactly("iterations*4");
        assertThat(help(explained(known(), "never"))).isEmpty();
        assertThat(known().failed(Cause.NOT_CONVERGED, "said by Nocturne", dir).remedies())
                .singleElement()
                .satisfies(remedy -> {
                    assertThat(remedy.steps()).containsExactly(Step.MINIMISE);
                    assertThat(remedy.atMost()).isEqualTo(3);
                });
    }

    @Test
    void what_holds_for_any_code_comes_last() throws IOException {
        assertThat(explained(known(), "No space left on device").cause()).isEqualTo(Cause.DISK_FULL);
        assertThat(help(known().failed(Cause.TIMED_OUT, "", dir))).containsExactly("time*2");
        assertThat(help(known().failed(Cause.BAD_INPUT, "", dir))).isEmpty();
    }

    @Test
    void the_site_goes_before_us_with_its_patterns_and_with_its_corrections() throws IOException {
        FailureKnowledge known = knowing("""
                failures:
                  - {cause: OUT_OF_MEMORY, pattern: 'error 77'}
                  - {cause: TIMED_OUT, corrections: []}
                  - cause: NOT_CONVERGED
                    corrections: [{multiply: {mixing: 0.5}, seed: another}]
                """);

        assertThat(explained(known, "error 77").cause()).isEqualTo(Cause.OUT_OF_MEMORY);
        assertThat(help(known.failed(Cause.TIMED_OUT, "", dir))).isEmpty();
        assertThat(help(explained(known, "ions did not"))).containsExactly("mixing*0.5 seed=another");
        assertThat(help(explained(known, "electrons did not"))).containsExactly("mixing=0.2");
    }

    @Test
    void an_entry_may_look_into_a_file_of_the_run_and_tell_several_lines() throws IOException {
        Files.writeString(dir.resolve("run.log"), "fine\n--- ERROR\n  in line 7\n  of the input\nmore\n");
        FailureKnowledge known =
                knowing("failures: [{cause: BAD_INPUT, pattern: '^--- ERROR', file: run.log, lines: 3}]\n");

        assertThat(explained(known, "nothing").detail()).isEqualTo("--- ERROR in line 7 of the input");
    }

    @Test
    void a_file_outside_the_work_directory_is_not_looked_into() throws IOException {
        Files.writeString(dir.resolve("secret.txt"), "error\n");
        Path work = Files.createDirectory(dir.resolve("work"));
        FailureKnowledge known = knowing("failures: [{cause: DISK_FULL, pattern: error, file: ../secret.txt}]\n");

        assertThat(known.explain(List.of(), work, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {cause: DISK_FUL, pattern: x}                             | well.yaml:1: failures.0: there is no cause DISK_FUL; a site adds patterns, not causes
            {cause: DISK_FULL}                                        | the failure DISK_FULL has neither a pattern nor corrections
            {pattern: x}                                              | cause of a failure is missing
            {cause: DISK_FULL, pattern: '('}                          | the pattern '(' is none
            {cause: DISK_FULL, pattern: x, fil: y}                    | there is no such key; did you mean file?
            {cause: TIMED_OUT, corrections: [{}]}                     | a correction changes nothing
            {cause: TIMED_OUT, corrections: [{time: -1}]}             | the factor of time is -1.0
            {cause: TIMED_OUT, corrections: [{time: 2, at-most: 0}]}  | at most 0 times
            {cause: TIMED_OUT, corrections: [{time: 2, tasks: [md]}]} | tasks names 'md'; known are label, minimise, relax, replica
            {cause: NOT_FINITE, corrections: [{seed: 7}]}             | seed is '7'; wanted is another
            """)
    void a_bad_entry_is_named(String entry, String message) {
        assertThatThrownBy(() -> knowing("failures: [" + entry + "]\n"))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("well.yaml");
    }

    @Test
    void a_file_without_failures_is_told() {
        assertThatThrownBy(() -> knowing("# nothing\n")).hasMessageContaining("well.yaml:1: is empty");
        assertThatThrownBy(() -> knowing("{}\n")).hasMessageContaining("failures is missing");
    }
}
