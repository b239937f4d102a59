package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** The adapter for calculators of ASE that comes with Nocturne, against the real library and its effective medium theory. */
@Tag("ase")
class AseContractTest extends CodeContract {
    static final String PYTHON = "/usr/bin/python3";
    private static final Map<String, Object> SETTINGS =
            Map.of("command", List.of(PYTHON), "calculator", "ase.calculators.emt.EMT");

    static void assumeInstalled() {
        List<String> question = List.of(PYTHON, "-c", "import ase; print('ase', ase.__version__)");
        assumeTrue(
                Programs.ask(question, Duration.ofSeconds(30))
                        .filter(answer -> answer.startsWith("ase "))
                        .isPresent(),
                "SKIPPED: " + PYTHON + " has no ase (Debian package python3-ase)");
    }

    @Override
    protected Code subject(Path campaignDir) {
        assumeInstalled();
        return Codes.near(campaignDir).find("ase").orElseThrow().open(SETTINGS, campaignDir);
    }

    /** Or a slab would be computed as a cluster, and nobody would know. */
    @Test
    void each_direction_is_periodic_or_not_by_itself() throws IOException {
        double[] rows = {5, 0, 0, 0, 5, 0, 0, 0, 20};
        Structure slab = new Structure(Cell.of(rows, true, true, false), List.of(Element.CU), new double[3]);

        subject(dir).prepare(new Task.LabelTask(slab), "token", Files.createDirectories(dir.resolve("slab")));

        assertThat(dir.resolve("slab").resolve("run.py")).content().contains("pbc=[True, True, False, ])");
    }

    @Override
    protected Structure sample() {
        return Codes.near(dir)
                .find("ase")
                .orElseThrow()
                .provider()
                .sample()
                .orElseThrow()
                .structure();
    }
}
