package org.nocturne.adapters.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Structure;

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
