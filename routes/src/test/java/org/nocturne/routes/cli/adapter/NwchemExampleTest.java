package org.nocturne.routes.cli.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.step.CommandRun;

/** The adapter that docs/adapters.md makes, with the command that the page gives, against the real program. */
class NwchemExampleTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    Path dir;

    @Test
    void the_example_of_the_page_holds_the_contract() throws Exception {
        assumeTrue(Programs.find("nwchem").isPresent(), "SKIPPED: no nwchem on PATH (Debian package nwchem)");
        String page = Files.readString(ROOT.resolve("docs/adapters.md"));
        assertThat(page).contains("./nocturne adapter test nwchem --dir examples/nwchem\n");

        CommandRun run = CommandRun.of(
                "adapter",
                "test",
                "nwchem",
                "--dir",
                ROOT.resolve("examples/nwchem").toString(),
                "--work",
                dir.resolve("work").toString());

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        assertThat(run.output().lines().filter(l -> l.startsWith("pass"))).hasSize(10);
        assertThat(run.output().lines().limit(6))
                .allSatisfy(line -> assertThat(page).contains(line.strip()));
    }
}
