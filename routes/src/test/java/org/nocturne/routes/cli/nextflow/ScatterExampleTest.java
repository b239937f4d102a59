package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.run.Child;

/** The example pipeline in which Nocturne is one process among others. */
@Timeout(300)
class ScatterExampleTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("nocturne.root"), "examples");

    @TempDir
    Path dir;

    @Test
    void the_pattern_of_every_structure_stands_in_one_table() throws Exception {
        Files.copy(EXAMPLES.resolve("silicon/silicon.extxyz"), dir.resolve("one.extxyz"));
        Files.copy(EXAMPLES.resolve("silicon/silicon.extxyz"), dir.resolve("two.extxyz"));

        Child child = Child.run(
                dir,
                "nextflow",
                "run",
                EXAMPLES.resolve("nextflow/scatter.nf").toString(),
                "--structures",
                "*.extxyz",
                "--nocturne",
                NocturneScript.in(dir).toString());

        assertThat(child.exitCode()).as(child.output()).isZero();
        assertThat(Files.readAllLines(dir.resolve("results/patterns.tsv")))
                .hasSize(2 * 400)
                .allMatch(line -> line.matches("(one|two)\\t[0-9.]+\\t[0-9.E-]+"));
    }
}
