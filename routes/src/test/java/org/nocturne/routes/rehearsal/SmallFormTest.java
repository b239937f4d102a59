package org.nocturne.routes.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigReader;

class SmallFormTest {

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("nocturne.root"), "configs"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static CampaignConfig small(Path file) {
        CampaignConfig whole = ConfigReader.read(file, false).config();
        return ConfigReader.read(file, false, root -> SmallForm.apply(root, whole))
                .config();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_campaign_file_that_is_shipped_has_one(Path file) {
        CampaignConfig whole = ConfigReader.read(file, false).config();
        CampaignConfig small = small(file);

        assertThat(small.name()).isEqualTo(whole.name() + "-rehearsal");
        assertThat(small.candidates().count())
                .isLessThanOrEqualTo(whole.candidates().count());
        assertThat(small.candidates().nvtSteps()).isEqualTo(whole.candidates().nvtSteps());
        assertThat(small.structure()).isEqualTo(whole.structure());
        assertThat(small.code()).isEqualTo(whole.code());
        assertThat(small.slots()).isEqualTo(whole.slots());
        assertThat(small.correction()).isEqualTo(whole.correction());
        assertThat(small.acquisition().replicas()).isZero();
    }

    @Test
    void nobody_is_told_and_the_store_is_its_own(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("c.yaml"), """
                name: night
                target: {file: t.xye, radiation: xray, kind: powder, temperature-K: 300, resolution-fwhm: 0.1}
                structure: {file: c.extxyz}
                code: {name: lammps}
                replicas: {temperatures-K: [300], heat-to-K: 1000, cooling-K-per-ps: 1, equilibration-steps: 100000}
                candidates: {count: 2000, round: 100}
                slots: 3
                notify: {command: [tell]}
                store: {url: "jdbc:postgresql://db/x"}
                """);

        CampaignConfig small = small(file);

        assertThat(small.notifications()).isNull();
        assertThat(small.store().url()).isNull();
        assertThat(small.candidates().count()).isEqualTo(6);
        assertThat(small.candidates().round()).isEqualTo(6);
        assertThat(small.replicas().equilibrationSteps()).isEqualTo(400);
        assertThat(small.replicas().coolingKelvinPerPicosecond()).isEqualTo(3500.0);
    }
}
