package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.loop.Spending;
import org.nocturne.routes.config.ConfigReader;

/** The ladders over temperature, opened with everything that they name. */
@Tag("lammps")
class ShippedLaddersTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));
    private static final String POTENTIAL = "Na_MendelevM_2014.eam.fs";

    @TempDir
    Path dir;

    /** The campaign file in a tree of its own, so that no potential lies beside it by chance. */
    private Path sodium() throws IOException {
        Path examples = Files.createDirectories(dir.resolve("examples/sodium"));
        for (String name : new String[] {"target-245K.xye", "sodium.extxyz"}) {
            Files.copy(ROOT.resolve("examples/sodium").resolve(name), examples.resolve(name));
        }
        Path configs = Files.createDirectories(dir.resolve("configs"));
        return Files.copy(ROOT.resolve("configs/sodium-ladder.yaml"), configs.resolve("sodium-ladder.yaml"));
    }

    private static void opensUnseen(Path file, boolean quick, int atoms) {
        Inputs inputs = Inputs.open(ConfigReader.read(file, quick));

        assertThat(inputs.start().size()).isEqualTo(atoms);
        assertThat(inputs.config().replicas().temperaturesK())
                .doesNotContain(inputs.target().temperature().value());
        assertThat(inputs.config().retrain().fromCandidates()).isFalse();
        assertThat(inputs.config().correction().isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silicon_opens_and_learns_nothing_at_the_temperature_of_its_target(boolean quick) {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        opensUnseen(ROOT.resolve("configs/silicon-ladder.yaml"), quick, 1000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_range_begins_thin_and_may_buy_what_it_lacks(boolean quick) {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Inputs inputs = Inputs.open(ConfigReader.read(ROOT.resolve("configs/silicon-range.yaml"), quick));

        assertThat(inputs.plan().replicas().temperatures()).containsExactly(Kelvin.of(300));
        assertThat(inputs.plan().proposals().temperatures())
                .hasSize(4)
                .contains(inputs.plan().temperature());
        assertThat(inputs.plan().spending()).isEqualTo(new Spending(Spending.Where.WORST, 1, 10, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sodium_opens_with_the_potential_that_a_user_has_put_beside_it(boolean quick) throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Path given = ROOT.resolve("../shared/data/sodium").resolve(POTENTIAL);
        assumeTrue(Files.exists(given), "SKIPPED: no " + given + "; the potential is not part of this project");
        Path file = sodium();
        Files.copy(given, file.resolveSibling(POTENTIAL));

        opensUnseen(file, quick, 1024);
    }

    @Test
    void sodium_without_its_potential_is_told_where_that_is_published() throws IOException {
        ConfigReader.Read read = ConfigReader.read(sodium(), false);

        assertThatThrownBy(() -> Inputs.open(read))
                .hasMessageContaining(POTENTIAL + " was not found")
                .hasMessageContaining("NIST Interatomic Potentials Repository")
                .hasMessageContaining("M. I. Mendelev, 2014")
                .hasMessageContaining("$LAMMPS_POTENTIALS");
    }
}
