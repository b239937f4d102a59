package org.nocturne.routes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.learning.train.NetworkPlan;

class ConfigReaderTest {
    private static final String GOOD = """
            name: small
            target:
              file: target.xye
              radiation: xray
              kind: powder
              temperature-K: 300
              resolution-fwhm: 0.1
            structure: {file: cell.extxyz, repeat: [3, 3, 3]}
            code: {name: lammps}
            replicas:
              temperatures-K: [300]
            candidates: {count: 20}
            quick:
              candidates: {count: 4}
            """;

    @TempDir
    Path dir;

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("c.yaml"), text);
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("nocturne.root"), "configs"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_campaign_file_that_is_shipped_can_be_read(Path file) {
        assertThat(ConfigReader.read(file, false).config().name()).isNotEmpty();
        assertThat(ConfigReader.read(file, true).config().candidates().count()).isPositive();
    }

    @Test
    void proposals_are_corrected_only_where_that_is_asked_for() throws IOException {
        assertThat(ConfigReader.read(file(GOOD), false).config().correction().isOn())
                .isFalse();
        Path asked = file(GOOD + "correction: {method: hmc, force-cap: 2.5}\n");
        CorrectionConfig hmc = ConfigReader.read(asked, false).config().correction();
        assertThat(hmc).isEqualTo(new CorrectionConfig("hmc", 6, 0.25, 1.0, 4, 8, "code", 2.5));
        Path configs = Path.of(System.getProperty("nocturne.root"), "configs");
        CorrectionConfig shipped = ConfigReader.read(configs.resolve("silicon-900K.yaml"), false)
                .config()
                .correction();
        assertThat(shipped).isEqualTo(new CorrectionConfig("baoab", 8, 0.5, 1.0, 4, 8, "code", null));
    }

    @Test
    void a_second_code_runs_where_the_first_does_unless_told_otherwise() throws IOException {
        assertThat(ConfigReader.read(file(GOOD), false).config().audit()).isNull();
        String audit = "audit: {code: {name: espresso}, most-atoms: 64, cells: {per-round: 4}}\n";

        CampaignConfig read = ConfigReader.read(file(GOOD + audit), false).config();

        AuditConfig second = Objects.requireNonNull(read.audit());
        assertThat(second.launcherOr(read.launcher())).isEqualTo(read.launcher());
        assertThat(second.slots()).isEqualTo(1);
        assertThat(second.cells()).isEqualTo(new AuditCellsConfig(4, List.of(1, 1, 1), 2000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {code: {name: espresso}, cells: {per-round: 4}}                                            | audit.most-atoms is missing
        {code: {name: espresso}, most-atoms: 64}                                                   | nothing for it to label
        {most-atoms: 64, cells: {per-round: 4}}                                                    | audit.code is missing
        {code: {name: xtb}, most-atoms: 64, frames: {per-round: 0}}                                | audit.frames.per-round is 0; it must be at least 1
        {code: {name: xtb}, most-atoms: 64, cells: {per-round: 1, repeat: [2, 2]}}                 | audit.cells.repeat is [2, 2]; wanted are three numbers
        {code: {name: xtb}, most-atoms: 64, environments: {per-round: 1, radius: 4}}               | audit.environments.inner-radius is missing
        {code: {name: xtb}, most-atoms: 64, environments: {per-round: 1, radius: 4, inner-radius: 4}} | must be 0 or more, and below the radius
        {code: {name: xtb}, most-atoms: 64, environments: {per-round: 1, radius: 4, inner-radius: 1, choose: best}} | it must be one of random, worst
        {code: {name: xtb}, most-atoms: 64, frames: {per-night: 2}}                                | audit.frames.per-night is no key here
        """)
    void a_second_code_that_cannot_be_meant_is_refused(String block, String told) throws IOException {
        Path asked = file(GOOD + "audit: " + block + "\n");
        assertThatThrownBy(() -> ConfigReader.read(asked, false)).hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cells: {per-round: 4}                                                          | audit.cells stands beside a liquid or glass
        environments: {per-round: 1, radius: 4, inner-radius: 1, choose: worst}        | nothing is learned that could miss a force
        """)
    void a_liquid_has_no_small_cells_and_no_model_that_misses(String what, String told) throws IOException {
        Path asked = file(GOOD.replace("[3, 3, 3]}", "[3, 3, 3], phase: liquid}")
                + "audit: {code: {name: xtb}, most-atoms: 64, " + what + "}\n");
        assertThatThrownBy(() -> ConfigReader.read(asked, false)).hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {tell: [end]}                                                              | notify.tell stands without anybody to tell
        {tell: [ends], command: [tell]}                                            | it must be one of start, verdicts, trouble, end
        {command: []}                                                              | notify.command is []; wanted is a list of a program
        {command: [tell], digest-at: "25:00"}                                      | notify.digest-at is '25:00'; wanted is a time of the day
        {webhook: {form: slack}}                                                   | notify.webhook.url-file is missing
        {webhook: {url: https://hooks.example.org/x}}                              | notify.webhook.url is no key here
        {mail: {server: smtp.example.org, from: a@b.c, to: []}}                    | notify.mail.to is empty
        {mail: {server: "smtp.example.org?x=y", from: a@b.c, to: [a@b.c]}}         | wanted is a host's name or address alone
        {mail: {server: s, from: a@b.c, to: [a@b.c], user: me}}                    | notify.mail.password-file is missing
        {mail: {server: s, security: none, from: a@b.c, to: [a@b.c], user: me, password-file: p}} | a password goes over starttls or tls alone
        {heartbeat: {url-file: u, every-minutes: 0}}                               | notify.heartbeat.every-minutes is 0.0
        """)
    void people_that_cannot_be_told_are_refused(String block, String told) throws IOException {
        Path asked = file(GOOD + "notify: " + block + "\n");
        assertThatThrownBy(() -> ConfigReader.read(asked, false)).hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {method: euler}                   | method is 'euler'; it must be one of none, baoab, hmc
        {method: baoab, delta: 2}         | delta is 2.0; it must be below 2
        {method: baoab, steps: 0}         | steps is 0; it must be at least 1
        {method: hmc, forces: model}      | forces is 'model', which has no energy
        {method: baoab, forces: model}    | it would correct nothing: wanted is code
        {method: baoab, force-cap: 0}     | force-cap is 0.0 eV/angstrom
        {method: baoab, step: 8}          | did you mean steps?
        """)
    void corrections_that_cannot_be_meant_are_refused(String block, String told) throws IOException {
        Path asked = file(GOOD + "correction: " + block + "\n");
        assertThatThrownBy(() -> ConfigReader.read(asked, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("c.yaml:", "correction.")
                .hasMessageContaining(told);
    }

    @Test
    void a_liquid_is_not_corrected() throws IOException {
        Path asked = file(GOOD.replace("repeat: [3, 3, 3]", "repeat: [3, 3, 3], phase: liquid")
                + "correction: {method: baoab}\n");
        assertThatThrownBy(() -> ConfigReader.read(asked, false))
                .hasMessageContaining("a liquid or glass has no force constants");
    }

    @Test
    void defaults_fill_what_is_not_said() throws IOException {
        CampaignConfig config = ConfigReader.read(file(GOOD), false).config();

        assertThat(config.candidates().count()).isEqualTo(20);
        assertThat(config.candidates().round()).isEqualTo(5);
        assertThat(config.candidates().nvtSteps()).isEqualTo(200);
        assertThat(config.target().adjust()).isEqualTo("scale-and-background");
    }

    @Test
    void a_network_is_trained_for_minutes_unless_steps_are_said() throws IOException {
        assertThat(plan("{minutes: 3}").minutes()).isEqualTo(3);
        assertThat(plan("{minutes: 3}").steps()).isZero();
        assertThat(plan("{steps: 400}").steps()).isEqualTo(400);
        assertThatThrownBy(() -> plan("{steps: -1}")).hasMessageContaining("steps is -1; it must be at least 0");
    }

    private NetworkPlan plan(String network) throws IOException {
        Path asked = file(GOOD + "model: {network: " + network + "}\n");
        return ConfigReader.read(asked, false).config().model().network().plan(1);
    }

    @Test
    void quick_is_laid_over_the_rest() throws IOException {
        assertThat(ConfigReader.read(file(GOOD), true).config().candidates().count())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature-K: 300 | temperature-K: -20 | c.yaml:6: target.temperature-K is -20.0 K; it must be above 0.0 K",
                "temperature-K: 300 | temprature-K: 300 | c.yaml:6: target.temprature-K is no key here; did you mean temperature-K?",
                "kind: powder | kind: pattern | c.yaml:5: target.kind is 'pattern'; it must be one of powder",
                "repeat: [3, 3, 3] | repeat: [3, 3] | structure.repeat is [3, 3]; three whole numbers",
                "count: 20 | count: many | candidates.count",
                "{count: 20} | {count: 20, temperatures-K: [100, 900]} | c.yaml:12: candidates.temperatures-K is [100.0, 900.0]; the target's 300.0 K",
                "{count: 20} | {count: 20, temperatures-K: [300, 300]} | each must be above 0 K, and none there twice",
                "candidates: {count: 20} | acquisition: {where: anywhere} | acquisition.where is 'anywhere'; it must be one of worst, evenly",
                "name: small | name: ../small | c.yaml:1: name is '../small'",
                "code: {name: lammps} | code: {} | c.yaml:9: code.name is missing; wanted is the name of an adapter",
                "name: small | name: [ | is no YAML",
                "name: small | name: !!java.net.URL [http://127.0.0.1/] | name",
            })
    void a_bad_file_is_named_with_line_key_found_and_wanted(String good, String bad, String message)
            throws IOException {
        Path file = file(GOOD.replace(good, bad));

        assertThatThrownBy(() -> ConfigReader.read(file, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("c.yaml")
                .message()
                .satisfies(m -> assertThat(m.lines()).hasSize(1));
    }

    @Test
    void several_temperatures_are_for_crystals_in_a_given_cell() throws IOException {
        String several = GOOD.replace("{count: 20}", "{count: 20, temperatures-K: [300, 600]}");
        assertThat(ConfigReader.read(file(several), false).config().candidates().temperaturesK())
                .containsExactly(300.0, 600.0);
        assertThat(ConfigReader.read(file(GOOD), false).config().candidates().temperaturesK())
                .containsExactly(300.0);

        assertThatThrownBy(() ->
                        ConfigReader.read(file(several.replace("[3, 3, 3]}", "[3, 3, 3], phase: liquid}")), false))
                .hasMessageContaining("a liquid or glass is proposed from its library");
        assertThatThrownBy(() ->
                        ConfigReader.read(file(several.replace("[3, 3, 3]}", "[3, 3, 3], pressure-kbar: 0}")), false))
                .hasMessageContaining("the cell is found at the target's temperature alone");
    }

    @Test
    void a_key_said_twice_is_refused() throws IOException {
        assertThatThrownBy(() -> ConfigReader.read(file(GOOD + "name: other\n"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("name");
    }
}
