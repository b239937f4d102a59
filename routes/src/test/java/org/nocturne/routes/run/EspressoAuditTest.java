package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.learning.audit.LabelPairs;
import org.nocturne.learning.audit.MethodComparison;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;

/** A whole campaign whose small cells a density functional code labels as well. */
@Tag("espresso")
class EspressoAuditTest {
    private static final String AUDIT = """
            audit:
              code:
                name: espresso
                settings: {pseudopotentials: {Si: %s}, ecutwfc: 12, kpoints: [2, 2, 2]}
              most-atoms: %d
              cells: {per-round: 2, nvt-steps: 400}
            """;

    @TempDir
    Path dir;

    @BeforeEach
    void assumeInstalled() {
        assumeTrue(Programs.find("pw.x").isPresent(), "SKIPPED: no pw.x on PATH (Debian package quantum-espresso)");
    }

    private Path file(String pseudopotential, int mostAtoms) throws Exception {
        Path file = SmallCampaign.writeBuiltin(dir);
        return Files.writeString(file, Files.readString(file) + AUDIT.formatted(pseudopotential, mostAtoms));
    }

    /** Stillinger-Weber was made for silicon: its forces are near those of a density functional, and not the same. */
    @Test
    @Tag("slow")
    void forces_of_a_model_potential_are_compared_with_those_of_a_density_functional() throws Exception {
        Child runner = Child.run(dir, "run", file("Si.pz-vbc.UPF", 8).toString());

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        CampaignFolder folder = new CampaignFolder(dir.resolve("runs/small"));
        try (Store store = folder.openStore(folder.configuration().config())) {
            List<MethodComparison> comparisons = MethodComparison.of(store.inTransaction(tx ->
                    LabelPairs.of(tx.specimens().all(), tx.specimens().labels(), new CampaignFiles(folder.dir()))));
            assertThat(comparisons).singleElement().satisfies(cells -> {
                assertThat(cells.origin()).isEqualTo(Origin.CELL);
                assertThat(cells.structures()).isEqualTo(4);
                assertThat(cells.second().potential()).contains("Si.pz-vbc.UPF");
                assertThat(cells.relativeForceDifference().value()).isBetween(0.05, 0.6);
                assertThat(cells.relativeForceDifference().standardError()).isBetween(1e-4, 0.3);
                assertThat(cells.energyDifference().orElseThrow().value()).isBetween(1e-5, 0.05);
            });
        }
        assertThat(runner.output()).contains("audit ", "code=espresso").containsPattern("dF=\\d");
        assertThat(Files.readString(folder.report())).contains("Second code", "Small cells", "espresso");
        assertThat(StatusReader.read(folder).specimens()).isEqualTo(Map.of("compared", 4));
    }

    @Test
    void what_the_second_code_cannot_do_is_told_before_the_night() throws Exception {
        assertThat(CommandRun.of("check", file("Si.pz-vbc.UPF", 7).toString()).error())
                .contains("audit.cells: such a cell has 8 atoms, and audit.most-atoms is 7");
        assertThat(CommandRun.of("check", file("Si.absent.UPF", 8).toString()).error())
                .contains("Si.absent.UPF was not found");
    }
}
