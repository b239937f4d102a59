package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** What would fail every job of a night is found before it. */
class TrialInputsTest {
    private static final Structure SALT =
            new Structure(Cell.cubic(5), List.of(Element.NA, Element.CL), new double[] {0, 0, 0, 2.5, 0, 0});

    private static final String ADAPTER = """
            name: salt
            about: says what it is told
            version: {arguments: [-W, version], pattern: '(\\d+)'}
            cell: periodic
            settings:
              command: {default: [awk], about: the program}
              pseudopotentials: {default: {Na: na.upf, Cl: cl.upf}, about: a name for each element}
            potential: none
            tasks:
              label:
                inputs:
                  in.txt: |
                    {% for s in species %}
                    {{ pseudopotentials[s.symbol] }}
                    {% endfor %}
                    {{ token }}
                results:
                  energy: {file: out.txt, pattern: '(\\S+)', unit: eV}
                  forces: {file: out.txt, rows: '(\\S+) (\\S+) (\\S+)', unit: eV/angstrom}
              minimise:
                results:
                  energy: {file: out.txt, pattern: '(\\S+)', unit: eV}
                  forces: {file: out.txt, rows: '(\\S+) (\\S+) (\\S+)', unit: eV/angstrom}
                  positions: {file: out.txt, rows: '(\\S+) (\\S+) (\\S+)', unit: angstrom}
            """;

    @TempDir
    Path dir;

    private Code code(String found, String instead) throws IOException {
        assertThat(ADAPTER).contains(found);
        Files.createDirectories(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/salt.yaml"), ADAPTER.replace(found, instead));
        return Codes.near(dir).find("salt").orElseThrow().open(Map.of(), dir);
    }

    @Test
    void what_can_be_asked_is_written_aside_and_leaves_nothing() throws IOException {
        TrialInputs.require(code("salt", "salt"), new Task.LabelTask(SALT));

        try (var left = Files.list(dir)) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("adapters"));
        }
    }

    @Test
    void a_template_variable_that_is_not_known() throws IOException {
        Code code = code("{{ token }}", "{{ tokn }}");

        assertThatThrownBy(() -> TrialInputs.require(code, new Task.LabelTask(SALT)))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining("salt cannot be asked about this structure: inputs.in.txt, line 4")
                .hasMessageContaining("tokn");
    }

    @Test
    void an_element_without_a_pseudopotential() throws IOException {
        Code code = code(", Cl: cl.upf", "");

        assertThatThrownBy(() -> TrialInputs.require(code, new Task.LabelTask(SALT)))
                .hasMessageContaining("Cl");
    }

    @Test
    void a_cell_that_the_code_does_not_take() throws IOException {
        Code code = code("cell: periodic", "cell: none");

        assertThatThrownBy(() -> TrialInputs.require(code, new Task.LabelTask(SALT)))
                .hasMessageContaining("takes molecules");
    }
}
