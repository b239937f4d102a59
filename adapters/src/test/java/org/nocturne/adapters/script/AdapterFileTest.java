package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** A small adapter, and what is said when something in it is wrong. */
class AdapterFileTest {
    private static final String GOOD = """
            name: well
            about: a well
            version: {arguments: [-W, version], pattern: 'awk\\s+(\\S+)'}
            cell: none
            settings:
              command: {default: [awk], about: 'the program'}
              stiffness: {about: 'force constant, eV/angstrom^2'}
              parameters: {default: numbers.txt, about: 'a file'}
            files: [parameters]
            potential: 'well of {{ stiffness }}'
            tasks:
              label:
                arguments: ['{{ stiffness }}']
                inputs:
                  in.txt: |
                    {{ token }} {{ atoms | length }}
                    {% for a in atoms %}
                    {{ a.symbol }} {{ a.type }} {{ a.x }} {{ a.z_bohr }}
                    {% endfor %}
                    end
                results:
                  energy: {file: out.txt, pattern: 'energy (\\S+)', unit: eV}
                  forces: {file: out.txt, rows: 'force (\\S+) (\\S+) (\\S+)', unit: eV/angstrom}
            """;

    @TempDir
    Path dir;

    private Code open(String text, Map<String, Object> settings) throws IOException {
        Files.createDirectories(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/well.yaml"), text);
        return Codes.near(dir).find("well").orElseThrow().open(settings, dir);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> wrong(String found, String instead) {
        assertThat(GOOD).contains(found);
        return assertThatThrownBy(() -> open(GOOD.replace(found, instead), Map.of("stiffness", 2)))
                .isInstanceOf(CodeSettingsException.class);
    }

    @Test
    void templates_are_filled_line_by_line_and_the_method_names_all_that_changes_numbers() throws IOException {
        Files.writeString(dir.resolve("numbers.txt"), "1 2 3");
        Code code = open(GOOD, Map.of("stiffness", 2.5));
        Path work = Files.createDirectory(dir.resolve("work"));
        Structure two = new Structure(
                Cell.open(), List.of(Element.O, Element.H), new double[] {0, 0, 0.529177210903, -1, 0, 0});

        assertThat(code.prepare(new Task.LabelTask(two), "t7", work).arguments())
                .containsExactly("awk", "2.5");
        assertThat(work.resolve("in.txt"))
                .hasContent("t7 2\nO 1 0.000000000000 1.000000000000\nH 2 -1.000000000000 0.000000000000\nend\n");
        assertThat(work.resolve("numbers.txt")).hasContent("1 2 3");
        assertThat(code.method().potential()).startsWith("well of 2.5; numbers.txt sha256:");
        assertThat(code.method().settings())
                .contains("stiffness=2.5", "adapter sha256:")
                .doesNotContain("awk");
        assertThat(open(GOOD + "# another text\n", Map.of("stiffness", 2.5))
                        .method()
                        .id())
                .isNotEqualTo(code.method().id());
    }

    @Test
    void what_is_wrong_in_the_file_is_named_with_its_line() {
        wrong("about: a well", "abot: a well")
                .hasMessageContaining("well.yaml:2: abot: there is no such key; did you mean about?");
        wrong("unit: eV}", "unit: ev}")
                .hasMessageContaining("well.yaml:22:")
                .hasMessageContaining("unit is 'ev'; known are eV, hartree");
        wrong("'energy (\\\\S+)'".replace("\\\\", "\\"), "'energy'")
                .hasMessageContaining("has 0 groups in round brackets; wanted are 1");
        wrong("(\\S+) (\\S+) (\\S+)'", "(\\S+'").hasMessageContaining("is none: Unclosed group");
        wrong("  label:", "  lable:").hasMessageContaining("lable");
        wrong("files: [parameters]", "files: [paramters]").hasMessageContaining("files names the setting paramters");
        wrong("name: well", "name: other").hasMessageContaining("its name is 'other'; wanted is that of the file");
        wrong("cell: none", "cell: none\ncell: any").hasMessageContaining("Duplicate field 'cell'");
    }

    @Test
    void what_is_wrong_in_the_settings_is_named() throws IOException {
        Files.writeString(dir.resolve("numbers.txt"), "1");
        assertThatThrownBy(() -> open(GOOD, Map.of()))
                .hasMessage("well.stiffness is missing: force constant, eV/angstrom^2");
        assertThatThrownBy(() -> open(GOOD, Map.of("stifness", 2))).hasMessageContaining("did you mean stiffness?");
        assertThatThrownBy(() -> open(GOOD, Map.of("stiffness", 2, "parameters", "none.txt")))
                .hasMessageContaining("well.parameters: none.txt was not found; looked in " + dir);
        assertThatThrownBy(() -> open(GOOD, Map.of("stiffness", 2, "command", "no-such-awk")))
                .hasMessageContaining("well.command is [no-such-awk]; there is no such program on the PATH");
        assertThatThrownBy(() -> open(GOOD, Map.of("stiffness", 2, "command", List.of("echo"))))
                .hasMessageContaining("asked for its version it answers nothing like");
    }

    @Test
    void a_template_that_names_what_is_not_known_is_bad_input() throws IOException {
        Files.writeString(dir.resolve("numbers.txt"), "1");
        Code code = open(GOOD.replace("a.z_bohr", "a.zz"), Map.of("stiffness", 2));
        Task task = new Task.LabelTask(new Structure(Cell.open(), List.of(Element.H), new double[3]));

        assertThatThrownBy(() -> code.prepare(task, "t", Files.createDirectory(dir.resolve("w"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputs.in.txt, line 3 of the template")
                .hasMessageContaining("zz");
        assertThat(dir.resolve("w/in.txt")).doesNotExist();
    }

    @Test
    void files_stay_inside_the_work_directory() throws IOException {
        Files.writeString(dir.resolve("numbers.txt"), "1");
        Code code = open(GOOD.replace("in.txt: |", "../in.txt: |"), Map.of("stiffness", 2));
        Task task = new Task.LabelTask(new Structure(Cell.open(), List.of(Element.H), new double[3]));

        assertThatThrownBy(() -> code.prepare(task, "t", Files.createDirectory(dir.resolve("w"))))
                .hasMessageContaining("'../in.txt' of the adapter does not lie in the work directory");
    }

    @Test
    void structures_that_the_code_does_not_take_are_refused() throws IOException {
        Files.writeString(dir.resolve("numbers.txt"), "1");
        Code code = open(GOOD, Map.of("stiffness", 2));
        Task task = new Task.LabelTask(new Structure(Cell.cubic(5), List.of(Element.H), new double[3]));

        assertThatThrownBy(() -> code.prepare(task, "t", dir)).hasMessageContaining("takes molecules");
        assertThat(code.expresses(Task.LabelTask.class)).isTrue();
        assertThat(code.expresses(Task.RelaxTask.class)).isFalse();
    }

    /** A broken adapter is in nobody's way but its own. */
    @Test
    void others_can_be_named_beside_a_broken_one() throws IOException {
        Files.createDirectories(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/broken.yaml"), "name: [");
        Files.writeString(dir.resolve("adapters/lammps.yaml"), GOOD.replace("name: well", "name: lammps"));
        Codes codes = Codes.near(dir);

        assertThat(codes.find("xtb")).isPresent();
        assertThat(codes.broken()).hasSize(2);
        assertThatThrownBy(() -> codes.find("broken")).hasMessageContaining("broken.yaml:");
        assertThatThrownBy(() -> codes.find("lammps")).hasMessageContaining("the name of a code in Java");
    }
}
