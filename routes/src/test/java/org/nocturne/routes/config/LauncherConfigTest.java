package org.nocturne.routes.config;

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
import org.nocturne.adapters.slurm.SlurmSettings;
import org.nocturne.docs.Page;
import org.nocturne.routes.run.Child;

class LauncherConfigTest {
    private static final String LEAST =
            Page.of("docs/configuration.md").snippets("yaml").get(0);

    @TempDir
    Path dir;

    private ConfigReader.Read read(String more) throws IOException {
        return ConfigReader.read(Files.writeString(dir.resolve("c.yaml"), LEAST + more), false);
    }

    @Test
    void jobs_run_here_unless_a_cluster_is_named() throws IOException {
        assertThat(read("").config().launcher().isSlurm()).isFalse();
        assertThat(read("launcher: {name: slurm}\n").config().launcher().settings())
                .isEqualTo(SlurmSettings.ofTheCluster());
    }

    @Test
    void the_block_of_the_page_is_read() throws IOException {
        Page page = Page.of("docs/slurm.md");

        assertThat(read(page.snippets("yaml").get(0)).config().launcher().settings())
                .isEqualTo(new SlurmSettings(
                        "short", "silicon", null, 4, 2000, null, false, List.of("--comment=a night", "--nice=100")));
    }

    @Test
    void every_option_that_the_page_calls_nocturnes_own_is_refused() throws IOException {
        String table = Page.of("docs/slurm.md").text().replaceFirst("(?s).*## What Nocturne sets itself", "");
        List<String> rows = table.replaceFirst("(?s)\nAny of them in `extra`.*", "")
                .lines()
                .filter(line -> line.startsWith("| `--"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(4);
        for (String row : rows) {
            String options = row.split("\\|", -1)[1];
            for (String option : options.replaceAll("[` ]|and the like", "").split(",", -1)) {
                assertThatThrownBy(() -> read("launcher: {name: slurm, extra: [\"" + option + "\"]}\n"))
                        .as(option)
                        .hasMessageContaining("launcher.extra '" + option + "' is not for extra");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {name: pbs}                             | name is 'pbs'; it must be one of local, slurm
        {name: local, partition: main}          | name is 'local', which asks nothing of a queue
        {partition: main}                       | name is missing; wanted is one of local, slurm
        {name: slurm, cpus: 0}                  | cpus is 0; at least 1 is wanted
        {name: slurm, partition: 'a b'}         | partition 'a b' is no name
        {name: slurm, extra: ['--time=5']}      | extra '--time=5' is not for extra: use code.time-limit-minutes
        {name: slurm, extra: ['-p main']}       | extra '-p main' is no option; wanted is a long one
        {name: slurm, partiton: main}           | did you mean partition?
        """)
    void what_cannot_be_meant_is_one_line(String launcher, String told) {
        assertThatThrownBy(() -> read("launcher: " + launcher + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("c.yaml")
                .hasMessageContaining(told);
    }

    @Test
    void the_doctor_says_whether_there_is_a_cluster_and_misses_none() throws Exception {
        Child doctor = Child.run(dir, "doctor");

        assertThat(doctor.output()).containsPattern("(?m)^(ok|absent) +slurm ");
    }
}
