package org.nocturne.adapters.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Command;

class NextflowJvmTest {
    private static final JavaProgram JAVA = new JavaProgram(Path.of("/java"), 17);

    @TempDir
    Path dir;

    private static Command command(Map<String, String> environment, String... words) {
        return new NextflowJvm(JAVA, Path.of("/jars"), environment)
                .command(new CommandWords(List.of(words)), Map.of("nocturne.parent", "7"));
    }

    @Test
    void what_is_typed_reaches_the_engine_word_by_word() {
        List<String> arguments =
                command(Map.of(), "run", "a b.nf", "--text", "$(rm)").arguments();

        assertThat(arguments)
                .startsWith("/java")
                .endsWith("org.nocturne.nextflow.EngineMain", "run", "a b.nf", "--text", "$(rm)");
        assertThat(arguments).contains("-Dnocturne.parent=7", "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED");
    }

    @Test
    void the_variables_of_the_launcher_script_count() {
        Map<String, String> environment = Map.of(
                "NXF_OPTS", "-Xms1m  -Xmx2g", "NXF_JVM_ARGS", "-Xss4m", "NXF_CLI_OPTS", "-q", "NXF_TEMP", "/scratch");

        List<String> arguments = command(environment, "run", "a.nf").arguments();

        assertThat(arguments)
                .contains("-Xms1m", "-Xmx2g", "-Xss4m", "-Djava.io.tmpdir=/scratch")
                .endsWith("a.nf", "-q");
    }

    @Test
    void a_property_before_the_command_is_for_the_jvm_and_one_after_it_is_not() {
        List<String> arguments =
                command(Map.of(), "-Dx=1", "run", "a.nf", "-Dy=2").arguments();

        int main = arguments.indexOf("org.nocturne.nextflow.EngineMain");
        assertThat(arguments.subList(0, main)).contains("-Dx=1").doesNotContain("-Dy=2");
    }

    @Test
    void nothing_is_fetched_from_the_network_unless_the_user_says_so() {
        assertThat(command(Map.of(), "run").environment())
                .containsEntry("NXF_OFFLINE", "true")
                .containsEntry("NXF_DISABLE_CHECK_LATEST", "true");
        assertThat(command(Map.of("NXF_OFFLINE", "false"), "run").environment()).containsEntry("NXF_OFFLINE", "false");
    }

    @Test
    void a_newer_java_is_told_that_unsafe_memory_and_native_access_are_meant() {
        NextflowJvm newer = new NextflowJvm(new JavaProgram(Path.of("/java"), 24), Path.of("/jars"), Map.of());

        assertThat(newer.command(new CommandWords(List.of("-version")), Map.of())
                        .arguments())
                .contains("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
        assertThat(command(Map.of(), "-version").arguments()).doesNotContain("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void the_java_that_the_user_names_for_nextflow_is_taken_with_its_version() throws Exception {
        Path java = Files.createDirectories(dir.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/bash\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(dir.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.4\"\n");

        assertThat(JavaProgram.forNextflow(Map.of("NXF_JAVA_HOME", dir.toString())))
                .isEqualTo(new JavaProgram(java, 21));
    }

    @Test
    void a_java_that_is_not_there_is_one_line() {
        assertThatThrownBy(() -> JavaProgram.forNextflow(Map.of("NXF_JAVA_HOME", dir.toString())))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessage("Nextflow runs on Java 17 to 24, and NXF_JAVA_HOME is " + dir
                        + ", which has no bin/java; wanted is NXF_JAVA_HOME, the home of such a Java");
    }

    @Test
    void a_java_that_is_too_new_is_told_before_the_engine_stumbles_over_its_classes() {
        assertThatThrownBy(() -> new JavaProgram(Path.of("/bin/sh"), 25).checked("this is Java 25"))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining("this is Java 25");
    }
}
