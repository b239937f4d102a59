package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.Sha256;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.ConfigReader;

/** What a campaign file may say of variants; the network behind it is never run here. */
class DenoiserInputTest {
    @TempDir
    Path dir;

    @BeforeEach
    void a_denoiser() throws IOException {
        write("denoiser", "Si");
    }

    private void write(String name, String species) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name));
        Files.writeString(folder.resolve("denoiser.onnx"), "a network");
        Files.writeString(
                folder.resolve("denoiser.json"), """
                {"format": "nocturne-denoiser/1", "kind": "equivariant-denoiser", "file": "denoiser.onnx", "sha256": "%s",
                 "species": ["%s"], "cutoffAngstrom": 4.5, "leastNoiseAngstrom": 0.04, "mostNoiseAngstrom": 0.8,
                 "inputs": [], "outputs": [], "dataSha256": "", "trained": [], "heldOut": [], "metrics": {}}
                """.formatted(Sha256.of(folder.resolve("denoiser.onnx")), species));
    }

    private Path campaign(String variants) throws IOException {
        return GlassOfEngine.write(dir, variants);
    }

    private void refused(String variants, String... words) throws IOException {
        CommandRun check = CommandRun.of("check", campaign(variants).toString());
        assertThat(check.code()).as(check.output()).isEqualTo(2);
        assertThat(check.error()).contains("small.yaml").contains(words);
    }

    @Test
    void what_fits_the_campaign_is_taken_and_copied_with_its_hash() throws IOException {
        Path file = campaign("{sigma-angstrom: 0.4, denoiser: denoiser}");
        CommandRun check = CommandRun.of("check", file.toString());
        assertThat(check.code()).as(check.error()).isZero();

        CampaignFolder folder = new CampaignFolder(dir.resolve("folder"));
        folder.create(ConfigReader.read(file, false), java.util.Optional.empty(), java.util.Optional.empty());
        Files.delete(dir.resolve("denoiser/denoiser.json"));

        assertThat(DenoiserInput.manifest(folder.dir(), folder.configuration().config()))
                .hasValueSatisfying(manifest -> assertThat(manifest.species()).containsExactly("Si"));
        assertThat(folder.dir().resolve("inputs/denoiser/denoiser/denoiser.onnx"))
                .hasContent("a network");
        assertThat(CommandRun.of("check", folder.dir().resolve("campaign.yaml").toString())
                        .code())
                .as("a resume looks at the copy")
                .isZero();
    }

    @Test
    void a_denoiser_that_is_missing_changed_or_of_another_material_is_refused() throws IOException {
        refused(
                "{sigma-angstrom: 0.4, denoiser: nowhere}",
                "candidates.variants.denoiser is 'nowhere'",
                "there is no such file",
                "train-variants");
        write("germanium", "Ge");
        refused(
                "{sigma-angstrom: 0.4, denoiser: germanium}",
                "candidates.variants.denoiser is 'germanium', which has learned Ge only; the structure holds Si");
        Files.writeString(dir.resolve("denoiser/denoiser.onnx"), "another network");
        refused(
                "{sigma-angstrom: 0.4, denoiser: denoiser}",
                "candidates.variants.denoiser is 'denoiser'",
                "denoiser.onnx: SHA-256 is");
    }

    @Test
    void sigma_must_be_there_above_0_and_within_what_was_learned() throws IOException {
        refused(
                "{sigma-angstrom: 0.9, denoiser: denoiser}",
                "candidates.variants.sigma-angstrom is 0.9 angstrom; the denoiser 'denoiser' has learned 0.04 to 0.8");
        refused("{denoiser: denoiser}", "candidates.variants.sigma-angstrom is missing");
        refused("{sigma-angstrom: 0}", "candidates.variants.sigma-angstrom is 0.0 angstrom; it must be above 0.0");
        refused("{sigma-angstrom: 0.4, bond-angstrom: -1}", "candidates.variants.bond-angstrom is -1.0 angstrom");
        refused("{sigma: 0.4}", "candidates.variants.sigma");
    }

    @Test
    void only_a_glass_has_quenches_to_make_variants_of() throws IOException {
        for (String phase : new String[] {"crystal", "liquid", "auto"}) {
            Path file = campaign("{sigma-angstrom: 0.4}");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("phase: glass", "phase: " + phase)
                            .replace("held-out: 0", "held-out: 1"));
            CommandRun check = CommandRun.of("check", file.toString());
            assertThat(check.code()).isEqualTo(2);
            assertThat(check.error())
                    .contains("candidates.variants stands beside structure.phase " + phase, "wanted is phase: glass");
        }
    }

    @Test
    void the_quick_block_may_choose_otherwise() throws IOException {
        Path file = campaign("{sigma-angstrom: 0.4, denoiser: nowhere}");
        Files.writeString(
                file,
                Files.readString(file)
                        + "quick: {candidates: {variants: {sigma-angstrom: 0.2, denoiser: denoiser}}}\n");

        var quick = ConfigReader.read(file, true).config().candidates().variants();

        assertThat(quick).isNotNull();
        assertThat(quick.sigmaAngstrom()).isEqualTo(0.2);
        assertThat(quick.denoiser()).isEqualTo("denoiser");
        assertThat(CommandRun.of("check", file.toString(), "--quick").code()).isZero();
    }
}
