package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.bench.EngineSuite.Verdict;

/** A suite of the same layout, whose script speaks as the engine's does and whose tests are lines for our command. */
@Timeout(60)
class EngineSuiteTest {
    private static final String SCRIPT = """
            set -u
            name=$(basename "$1")
            if [[ $name == docker.nf || $TEST_JDK == none ]]; then echo "- Ignoring test: $name"; exit 0; fi
            echo "> Running test: $name"
            $NXF_CMD "$1" > ran-$name
            """;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    Path dir;

    private EngineSuite suite;
    private Path command;

    @BeforeEach
    void copy() throws Exception {
        Path checks = Files.createDirectories(dir.resolve("tests/checks"));
        Files.writeString(checks.resolve("run.sh"), SCRIPT);
        Files.writeString(dir.resolve("tests/good.nf"), "exit 0");
        Files.writeString(dir.resolve("tests/bad.nf"), "exit 1");
        Files.writeString(dir.resolve("tests/docker.nf"), "exit 0");
        Files.writeString(dir.resolve("tests/endless.nf"), "sleep 60");
        Files.writeString(dir.resolve("tests/way.nf"), "[[ $NXF_EXECUTOR == camel ]]");
        command = Files.writeString(dir.resolve("command.sh"), "#!/bin/bash\nsource \"$1\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        suite = EngineSuite.copied(dir.resolve("tests"), dir.resolve("copy"));
    }

    private Verdict run(String test) throws Exception {
        return suite.run(test, command, Map.of(), LIMIT);
    }

    @Test
    void tests_pass_fail_or_are_left_out_by_the_suite_itself() throws Exception {
        assertThat(suite.tests()).containsExactly("bad.nf", "docker.nf", "endless.nf", "good.nf", "way.nf");
        assertThat(run("good.nf")).isEqualTo(Verdict.PASS);
        assertThat(run("bad.nf")).isEqualTo(Verdict.FAIL);
        assertThat(run("docker.nf")).isEqualTo(Verdict.LEFT_OUT);
    }

    @Test
    void a_test_that_does_not_end_fails() throws Exception {
        assertThat(run("endless.nf")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_way_is_told_by_the_engines_own_variable() throws Exception {
        assertThat(suite.run("way.nf", command, EngineCommand.CAMEL.variables(), LIMIT))
                .isEqualTo(Verdict.PASS);
        assertThat(suite.run("way.nf", command, EngineCommand.PLAIN.variables(), LIMIT))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void the_suite_itself_is_not_written_to() throws Exception {
        run("good.nf");

        assertThat(dir.resolve("copy/checks/ran-good.nf")).exists();
        assertThat(dir.resolve("tests/checks/ran-good.nf")).doesNotExist();
    }

    @Test
    void a_script_that_dies_before_its_first_test_is_no_pass() throws Exception {
        Files.writeString(dir.resolve("copy/checks/run.sh"), "exit 0\n");

        assertThat(run("good.nf")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_folder_without_the_script_of_the_suite_is_refused() {
        assertThatThrownBy(() -> EngineSuite.copied(dir, dir.resolve("copy-2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no checks/run.sh");
    }
}
