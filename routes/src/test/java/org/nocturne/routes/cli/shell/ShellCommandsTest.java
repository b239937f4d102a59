package org.nocturne.routes.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.NocturneCli;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.CampaignSchema;

class ShellCommandsTest {
    @TempDir
    Path dir;

    /** In a real bash: what follows when a person presses the tabulator. */
    @Test
    void bash_completes_commands_and_options() throws IOException {
        Path script = Files.writeString(
                dir.resolve("nocturne.bash"), CommandRun.of("completion").output());

        assertThat(completed(script, "nocturne", "reh")).isEqualTo("rehearse");
        assertThat(completed(script, "nocturne", "run", "--met")).isEqualTo("--metrics-port");
        assertThat(completed(script, "nocturne", "model", "rollb")).isEqualTo("rollback");
    }

    private static String completed(Path script, String... words) throws IOException {
        String typed = String.join(" ", words);
        String line = "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE='" + typed
                + "'; COMP_POINT=${#COMP_LINE}; _complete_nocturne 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        return output("bash", "-c", line).strip();
    }

    @Test
    void every_command_has_a_page_that_groff_finds_nothing_wrong_with() throws IOException {
        assertThat(CommandRun.of("man", dir.toString()).code()).isZero();
        List<String> names =
                NocturneCli.commandLine().getSubcommands().keySet().stream().toList();
        for (String name : names) {
            assertThat(dir.resolve("nocturne-" + name + ".1")).exists();
        }
        String run = Files.readString(dir.resolve("nocturne-run.1"));
        assertThat(run)
                .startsWith(".TH NOCTURNE\\-RUN 1")
                .contains(".SH OPTIONS", "\\-\\-quick", "nocturne run configs/");
        assumeTrue(Files.exists(Path.of("/usr/bin/groff")), "SKIPPED: no groff");
        try (var pages = Files.list(dir)) {
            for (Path page : pages.sorted().toList()) {
                assertThat(output("groff", "-man", "-Tutf8", "-ww", "-z", page.toString()))
                        .as(page.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_schema_is_printed() {
        assertThat(CommandRun.of("schema").output()).isEqualTo(CampaignSchema.text());
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
