package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.builtin.BuiltinProvider;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Task;

/** Codes that do otherwise, and what becomes of the method of their labels. */
class CorrectableCodeTest {
    private static final Structure ATOM = new Structure(Cell.open(), List.of(Element.H), new double[3]);

    /** A code without Java whose program is awk; the mixing is an aid, the smearing is not. */
    private static final String MIXING = """
            name: mixing
            about: says what it is told
            version: {arguments: [-W, version], pattern: '(\\d+)'}
            cell: none
            settings:
              command: {default: [awk], about: the program}
              mixing: {default: 0.8, aid: true, about: of the density}
              nstep: {default: 60, aid: true, about: iterations at most}
              smearing: {default: 0.01, about: width}
            potential: none
            inputs:
              in.txt: |
                {{ task }} {{ mixing }} {{ nstep }} {{ smearing }}
            tasks:
              label:
                results:
                  energy: {file: out.txt, pattern: '(\\S+)', unit: eV}
                  forces: {file: out.txt, rows: '(\\S+) (\\S+) (\\S+)', unit: eV/angstrom}
            """;

    @TempDir
    Path dir;

    private CorrectableCode mixing() throws IOException {
        Files.createDirectories(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/mixing.yaml"), MIXING);
        return Codes.near(dir).find("mixing").orElseThrow().open(Map.of(), dir);
    }

    private static Corrections of(Map<String, Object> set, Map<String, Double> multiply) {
        return Corrections.NONE.and(new Correction(set, multiply, false, 1, 1, 1, 1));
    }

    private String input(Code code) throws IOException {
        Path work = Files.createTempDirectory(dir, "work");
        code.prepare(new Task.LabelTask(ATOM), "t", work);
        return Files.readString(work.resolve("in.txt")).strip();
    }

    @Test
    void settings_are_corrected_and_an_aid_leaves_the_method_as_it_is() throws IOException {
        CorrectableCode code = mixing();
        Code corrected = code.corrected(of(Map.of("mixing", 0.2), Map.of("nstep", 3.0)));

        assertThat(input(code)).isEqualTo("label 0.8 60 0.01");
        assertThat(input(corrected)).isEqualTo("label 0.2 180 0.01");
        assertThat(corrected.method()).isEqualTo(code.method());
        assertThat(code.method().settings()).contains("smearing=0.01").doesNotContain("mixing", "nstep");
    }

    @Test
    void what_changes_the_numbers_makes_another_method() throws IOException {
        CorrectableCode code = mixing();
        Code corrected = code.corrected(of(Map.of("mixing", 0.2), Map.of("smearing", 2.0)));

        assertThat(input(corrected)).isEqualTo("label 0.2 60 0.02");
        assertThat(corrected.method().id()).isNotEqualTo(code.method().id());
        assertThat(corrected.method().settings()).contains("smearing=0.02");
    }

    @Test
    void a_shorter_step_is_an_aid_and_a_longer_one_is_not() {
        CorrectableCode code =
                new CorrectableCode(new BuiltinProvider(), new HashMap<>(Map.of("potential", "stillinger-weber")), dir);

        assertThat(code.corrected(of(Map.of(), Map.of("timestep-fs", 0.5))).method())
                .isEqualTo(code.method());
        assertThat(code.corrected(of(Map.of(), Map.of("timestep-fs", 2.0))).method())
                .isNotEqualTo(code.method());
        assertThat(code.corrected(of(Map.of(), Map.of("damp-fs", 0.5))).method())
                .isNotEqualTo(code.method());
    }

    @Test
    void what_only_asks_for_more_time_is_the_same_code() throws IOException {
        CorrectableCode code = mixing();
        Corrections patient = Corrections.NONE.and(new Correction(Map.of(), Map.of(), false, 2, 2, 2, 2));

        assertThat(code.corrected(patient)).isSameAs(code);
    }

    @Test
    void a_setting_that_the_code_does_not_have_is_told_before_the_night() throws IOException {
        CorrectableCode code = mixing();
        Files.createDirectories(dir.resolve("failures"));
        Files.writeString(
                dir.resolve("failures/mixing.yaml"),
                "failures: [{cause: NOT_CONVERGED, corrections: [{set: {mixin: 0.1}}]}]\n");

        assertThatThrownBy(code::requireCorrectable)
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining("the correction 'mixin=0.1' of mixing cannot be made")
                .hasMessageContaining("did you mean mixing?")
                .hasMessageContaining("failures/mixing.yaml");
    }
}
