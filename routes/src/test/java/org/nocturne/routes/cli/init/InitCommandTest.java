package org.nocturne.routes.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.Inputs;

class InitCommandTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("nocturne.root"), "examples/tutorial");

    @TempDir
    Path dir;

    private Path campaign;

    @BeforeEach
    void bring() throws IOException {
        Files.copy(EXAMPLES.resolve("silicon.cif"), dir.resolve("silicon.cif"));
        Files.copy(EXAMPLES.resolve("scan.xye"), dir.resolve("scan.xye"));
        campaign = dir.resolve("campaign.yaml");
    }

    private CommandRun init(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "init",
                dir.resolve("silicon.cif").toString(),
                dir.resolve("scan.xye").toString(),
                "--no-questions"));
        line.addAll(List.of("--out", campaign.toString()));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(String[]::new));
    }

    @Test
    void what_is_said_whole_makes_a_campaign_that_can_begin() {
        CommandRun run = init("--temperature", "300", "--radiation", "xray", "--fwhm", "0.08", "--code", "builtin");

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output())
                .contains("structure  8 atoms of Si; cell heights 5.431, 5.431, 5.431 angstrom")
                .contains("spectrum   361 points, q 1 to 10 1/angstrom, with errors")
                .contains("next       nocturne check " + campaign)
                .doesNotContain("to fill in");
        ConfigReader.Read read = ConfigReader.read(campaign, true);
        CampaignConfig config = read.config();
        assertThat(config.name()).isEqualTo("silicon-quick");
        assertThat(config.target().file()).isEqualTo("scan.xye");
        assertThat(config.replicas().temperaturesK()).containsExactly(150.0, 300.0, 450.0);
        assertThat(Inputs.open(read).start().size()).isEqualTo(216);
    }

    @Test
    void what_nobody_says_is_a_todo_that_the_reader_names() {
        CommandRun run = init();

        assertThat(run.code()).isZero();
        assertThat(run.output()).contains("to fill in target.temperature-K").contains("to fill in code.settings.pair");
        CommandRun check = CommandRun.of("check", campaign.toString());
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.error())
                .containsPattern(
                        "campaign.yaml:\\d+: target.radiation is still to be filled in: xray or neutron; so are")
                .contains(
                        "target.temperature-K",
                        "target.resolution-fwhm",
                        "code.settings.pair",
                        "replicas.temperatures-K");
    }

    @Test
    void lines_of_lammps_stand_as_they_were_given() {
        init(
                "--temperature",
                "300",
                "--radiation",
                "neutron",
                "--fwhm",
                "0.1",
                "--pair",
                "pair_style sw",
                "--pair",
                "pair_coeff * * Si.sw Si",
                "--potential",
                "Si.sw",
                "--name",
                "mine");
        CampaignConfig config = ConfigReader.read(campaign, false).config();

        assertThat(config.name()).isEqualTo("mine");
        assertThat(config.code().settings())
                .containsEntry("pair", List.of("pair_style sw", "pair_coeff * * Si.sw Si"))
                .containsEntry("files", List.of("Si.sw"));
    }

    @Test
    void a_scan_that_says_nothing_is_read_as_its_owner_says() throws IOException {
        List<String> numbers = Files.readAllLines(dir.resolve("scan.xye")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace(' ', ';').replace('.', ','))
                .toList();
        Files.write(dir.resolve("scan.xye"), numbers);
        init(
                "--temperature",
                "300",
                "--radiation",
                "xray",
                "--fwhm",
                "0.08",
                "--code",
                "builtin",
                "--axis",
                "two-theta",
                "--wavelength",
                "0.7093");

        double[] q = Inputs.open(ConfigReader.read(campaign, false))
                .target()
                .spectrum()
                .qPerAngstrom();
        assertThat(q[0]).isCloseTo(1, within(1e-6));
        assertThat(q[q.length - 1]).isCloseTo(10, within(1e-6));
    }

    @Test
    void a_structure_without_a_cell_is_no_crystal() throws IOException {
        init("--temperature", "300", "--radiation", "xray", "--fwhm", "0.08", "--code", "builtin");
        Files.writeString(dir.resolve("bare.xyz"), "2\n\nSi 0 0 0\nSi 2 0 0\n");
        Files.writeString(campaign, Files.readString(campaign).replace("silicon.cif", "bare.xyz"));

        assertThat(CommandRun.of("check", campaign.toString()).error())
                .containsPattern(
                        "campaign.yaml:\\d+: structure.file is 'bare.xyz', which has no cell that is periodic");
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_told() throws IOException {
        Files.writeString(campaign, "mine");

        assertThat(init().code()).isEqualTo(2);
        assertThat(init().error()).contains("campaign.yaml: is there already; wanted is another --out, or --force");
        assertThat(campaign).hasContent("mine");
        assertThat(init("--force").code()).isZero();
        assertThat(campaign).content().contains("name: silicon");
    }

    @Test
    void files_are_named_from_the_folder_of_the_campaign_file() throws IOException {
        campaign = Files.createDirectory(dir.resolve("campaigns")).resolve("c.yaml");
        init("--temperature", "300", "--radiation", "xray", "--fwhm", "0.08", "--code", "builtin");

        assertThat(ConfigReader.read(campaign, false).config().structure().file())
                .isEqualTo("../silicon.cif");
    }

    @Test
    void a_terminal_is_asked_again_until_it_is_understood_and_may_leave_things_open() throws IOException {
        InitOptions options = new InitOptions();
        StringWriter asked = new StringWriter();

        new Questions(
                        new StringReader("-5\n300\nxray\n\npair_style sw\npair_coeff * * Si.sw Si\n\n"),
                        new PrintWriter(asked))
                .ask(options);

        assertThat(options.temperatureK).isEqualTo(300.0);
        assertThat(options.radiation).isEqualTo("xray");
        assertThat(options.fwhm).isNull();
        assertThat(options.pair).containsExactly("pair_style sw", "pair_coeff * * Si.sw Si");
        assertThat(asked.toString()).contains("'-5' is not it");
    }
}
