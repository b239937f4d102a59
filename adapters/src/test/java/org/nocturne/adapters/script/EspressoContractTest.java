package org.nocturne.adapters.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** The adapter for Quantum ESPRESSO that comes with Nocturne, against the real program. */
class EspressoContractTest extends CodeContract {
    static final Structure SILICON = new Structure(
            Cell.periodic(0, 2.715, 2.715, 2.715, 0, 2.715, 2.715, 2.715, 0),
            List.of(Element.SI, Element.SI),
            new double[] {0, 0, 0, 1.40, 1.35, 1.36});

    static final Map<String, Object> SETTINGS =
            Map.of("pseudopotentials", Map.of("Si", "Si.pz-vbc.UPF"), "ecutwfc", 12, "kpoints", List.of(2, 2, 2));

    @Override
    protected Code subject(Path campaignDir) {
        assumeTrue(Programs.find("pw.x").isPresent(), "SKIPPED: no pw.x on PATH (Debian package quantum-espresso)");
        return Codes.near(campaignDir).find("espresso").orElseThrow().open(SETTINGS, campaignDir);
    }

    @Override
    protected Structure sample() {
        return SILICON;
    }

    /** Forces are printed with eight digits in rydberg/bohr, and the basis is that of a small cut-off. */
    @Override
    protected double tolerance() {
        return 1e-5;
    }
}
