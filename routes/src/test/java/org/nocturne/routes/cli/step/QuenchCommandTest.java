package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.JsonPage;
import org.nocturne.learning.quench.QuenchManifest;

/** Quenches of 64 atoms of Stillinger-Weber silicon, much too fast to be good glasses. */
@Tag("lammps")
class QuenchCommandTest {
    @TempDir
    Path dir;

    @BeforeEach
    void inputs() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("silicon.yaml"),
                "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 2\n");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(1))), dir.resolve("cell.extxyz"));
    }

    @Test
    void quenches_at_two_rates_are_frozen_with_their_hashes_and_never_run_again() throws IOException {
        CommandRun first = quench("--rates", "1500,3000", "--count", "2", "--melt", "5000", "--melt-time", "3");
        assertThat(first.code()).as(first.error()).isZero();
        assertThat(first.output())
                .contains("3000.0 K/ps, 2: E_IS", "(2.329 g/cm3)", "1500.0 K/ps: E_IS")
                .doesNotContain("WARNING");
        List<XyzFrame> glasses = ExtendedXyz.read(dir.resolve("quenches/inherent.extxyz"));
        assertThat(glasses).hasSize(4);
        assertThat(glasses.get(0).structure()).isNotEqualTo(glasses.get(1).structure());
        assertThat(glasses).allSatisfy(g -> assertThat(g.number("energy").orElseThrow() / 64)
                .isBetween(-4.3, -3.8));

        byte[] page = Files.readAllBytes(dir.resolve("quenches/quenches.json"));
        CommandRun again = quench("--rates", "1500,3000", "--count", "2", "--melt", "5000", "--melt-time", "3");
        assertThat(again.output()).contains("is complete and frozen; nothing was run", "3000.0 K/ps, 2: E_IS");
        assertThat(Files.readAllBytes(dir.resolve("quenches/quenches.json"))).isEqualTo(page);

        CommandRun other = quench("--rates", "1500,3000", "--count", "3", "--melt", "5000", "--melt-time", "3");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.error()).contains("a library is frozen, another needs a folder of its own");
    }

    @Test
    void an_interrupted_library_is_gone_on_with_and_gives_the_same_structures() throws IOException {
        assertThat(quench("--rates", "3000", "--count", "2", "--melt", "5000").code())
                .isZero();
        List<XyzFrame> whole = ExtendedXyz.read(dir.resolve("quenches/inherent.extxyz"));
        JsonPage<QuenchManifest> page = new JsonPage<>(
                new CampaignFiles(dir.resolve("quenches")),
                QuenchManifest.FILE_NAME,
                QuenchManifest.class,
                QuenchManifest.FORMAT,
                QuenchManifest::format);
        QuenchManifest complete = page.read().orElseThrow();
        page.write(new QuenchManifest(
                complete.format(),
                complete.plan(),
                complete.method(),
                complete.start(),
                complete.runs().subList(0, 1)));
        Files.delete(dir.resolve("quenches/inherent.extxyz"));

        CommandRun rest = quench("--rates", "3000", "--count", "2", "--melt", "5000");

        assertThat(rest.error()).contains("quench 1/1");
        List<XyzFrame> again = ExtendedXyz.read(dir.resolve("quenches/inherent.extxyz"));
        assertThat(again.get(1).number("energy").orElseThrow())
                .isCloseTo(whole.get(1).number("energy").orElseThrow(), within(1e-9));
    }

    @Test
    void a_melt_that_does_not_melt_is_told() {
        CommandRun cold = quench("--rates", "3000", "--count", "1", "--melt", "600", "--melt-time", "0.2");

        assertThat(cold.code()).as(cold.error()).isZero();
        assertThat(cold.output()).contains("WARNING: in the melt atoms went only", "no independent quench");
    }

    @Test
    void what_cannot_be_meant_is_named() {
        assertThat(quench("--rates", "0", "--melt", "5000").error()).contains("rates are [0.0] K/ps");
        assertThat(quench("--rates", "10", "--melt", "100").error()).contains("it must go down");
    }

    private CommandRun quench(String... words) {
        String[] fixed = {
            "quench",
            dir.resolve("cell.extxyz").toString(),
            "--repeat",
            "2,2,2",
            "--settings",
            dir.resolve("silicon.yaml").toString(),
            "--slots",
            "1",
            "--coordination",
            "2.9",
            "--work",
            dir.resolve("work").toString(),
            "--out",
            dir.resolve("quenches").toString()
        };
        String[] line = java.util.Arrays.copyOf(fixed, fixed.length + words.length);
        System.arraycopy(words, 0, line, fixed.length, words.length);
        return CommandRun.of(line);
    }
}
