package org.nocturne.adapters.nextflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines that the engine's own classes read; none of them is run. */
@Timeout(300)
class PipelineAnswerTest {
    private static final String GOOD = """
            process HELLO {
              publishDir 'out'
              output: path 'hello.txt'
              script: "echo hello > hello.txt"
            }
            workflow { HELLO() }
            """;

    @TempDir
    Path dir;

    @BeforeEach
    void good() throws IOException {
        Files.writeString(dir.resolve("main.nf"), GOOD);
    }

    private List<String> problems(String profiles, Path... configs) {
        return PipelineAnswer.of(NextflowJvm.ofThisOne(), dir.resolve("main.nf"), profiles, List.of(configs))
                .problems();
    }

    private List<String> problemsWith(String found, String instead) throws IOException {
        assertThat(GOOD).contains(found);
        Files.writeString(dir.resolve("main.nf"), GOOD.replace(found, instead));
        return problems("");
    }

    @Test
    void the_example_is_read_with_its_module_and_its_profile() {
        Path example = Path.of(System.getProperty("nocturne.root"), "examples/nextflow/main.nf");
        PipelineAnswer answer = PipelineAnswer.of(NextflowJvm.ofThisOne(), example, "keep_going", List.of());
        assertThat(answer.problems()).isEmpty();
        assertThat(answer.processes()).containsExactly("LABEL", "MOVE", "RELAX", "SPLIT");
    }

    @Test
    void a_script_that_is_none_is_told_with_its_line() throws IOException {
        assertThat(problemsWith("workflow { HELLO() }", "workflow { HELLO( }"))
                .singleElement()
                .asString()
                .startsWith(dir.resolve("main.nf") + ":6: Unexpected input");
    }

    @Test
    void a_module_that_is_not_there_is_told_with_the_line_that_includes_it() throws IOException {
        assertThat(problemsWith("process HELLO", "include { BYE } from './bye'\nprocess HELLO"))
                .containsExactly(
                        dir.resolve("main.nf") + ":1: Invalid include source: '" + dir.resolve("bye.nf") + "'");
    }

    @Test
    void a_pipeline_of_the_older_syntax_that_the_engine_takes_is_good() throws IOException {
        assertThat(problemsWith("workflow { HELLO() }", "import java.time.Duration\nworkflow { HELLO() }"))
                .isEmpty();
    }

    @Test
    void a_pipeline_without_outputs_is_told() throws IOException {
        assertThat(problemsWith("output: path 'hello.txt'", ""))
                .singleElement()
                .asString()
                .contains("no process has an output");
    }

    @Test
    void a_pipeline_that_publishes_nothing_is_told_unless_the_configuration_does_it() throws IOException {
        assertThat(problemsWith("publishDir 'out'", ""))
                .singleElement()
                .asString()
                .contains("nothing is published");
        Path config = Files.writeString(
                dir.resolve("more.config"), "process { withName: HELLO { publishDir = [path: 'out'] } }\n");
        assertThat(problems("", config)).isEmpty();
    }

    @Test
    void a_module_is_no_pipeline() throws IOException {
        assertThat(problemsWith("workflow { HELLO() }", "workflow ALL { HELLO() }\nprocess B {\n script: 'true'\n}"))
                .singleElement()
                .asString()
                .contains("there is no entry workflow");
    }

    @Test
    void a_profile_that_is_not_known_and_a_configuration_that_is_none_are_told() throws IOException {
        Path config = Files.writeString(dir.resolve("nextflow.config"), "profiles { cluster { } }\n");
        assertThat(problems("cluster")).isEmpty();
        assertThat(problems("clutser"))
                .containsExactly(
                        "nextflow.config: Unknown configuration profile: 'clutser' Did you mean one of these? cluster");
        Files.writeString(config, "process { cpus = \n");
        assertThat(problems("")).singleElement().asString().contains(config.toString());
    }
}
