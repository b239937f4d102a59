package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;

/** A whole campaign whose code is one YAML file: copper by the effective medium theory of ASE, in Python. */
@Tag("ase")
class AseCampaignTest {
    private static final int CANDIDATES = 4;
    /** 3 replicas (held-out, training, reference) of 8 frames and one label for each candidate. */
    private static final int LABELS = 24 + CANDIDATES;

    @TempDir
    Path dir;

    @Test
    void a_campaign_with_an_adapter_runs_to_its_report() throws Exception {
        assumeTrue(
                Programs.ask(List.of("/usr/bin/python3", "-c", "import ase; print('ase')"), Duration.ofSeconds(30))
                        .filter(answer -> answer.startsWith("ase"))
                        .isPresent(),
                "SKIPPED: /usr/bin/python3 has no ase (Debian package python3-ase)");
        Path file = write();
        CommandRun check = CommandRun.of("check", file.toString());
        assertThat(check.code()).as(check.error()).isZero();

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(runner.output()).contains("code=ase").doesNotContain("code=lammps");
        CampaignFolder folder = new CampaignFolder(dir.resolve("runs/copper"));
        assertThat(StatusReader.read(folder).state()).isEqualTo("finished");
        assertThat(folder.report()).isNotEmptyFile();
        try (Store store = folder.openStore(folder.configuration().config())) {
            assertThat(store.<Integer>inTransaction(tx -> tx.frames().labels())).isEqualTo(LABELS);
        }
        assertThat(CommandRun.of("verify", folder.dir().toString()).code()).isZero();
    }

    private Path write() throws IOException {
        double a = 3.61;
        double[] xyz = {0, 0, 0, 0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0};
        Structure cell = new Structure(Cell.cubic(a), Collections.nCopies(4, Element.CU), xyz);
        SmallCampaign.writeInputs(dir, cell, 2);
        return Files.writeString(dir.resolve("copper.yaml"), """
                name: copper
                seed: 7
                target: {file: target.xye, radiation: xray, kind: powder, temperature-K: 300, resolution-fwhm: 0.2}
                structure: {file: cell.extxyz, repeat: [2, 2, 2]}
                code:
                  name: ase
                  settings: {command: [/usr/bin/python3], calculator: ase.calculators.emt.EMT, timestep_fs: 2}
                replicas: {temperatures-K: [300], per-temperature: 1, held-out: 1, equilibration-steps: 100, frames: 8, spacing-steps: 20}
                reference: {replicas: 1, equilibration-steps: 100, frames: 8, spacing-steps: 20}
                candidates: {count: %d, round: 2, nvt-steps: 50}
                model: {cutoff: 3.2, degree: 0}
                retrain: {every-labels: 1000}
                slots: 2
                """.formatted(CANDIDATES));
    }
}
