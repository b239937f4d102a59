package org.nocturne.adapters.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeContract;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Structure;

/** The adapter for ABINIT that comes with Nocturne, against the real program. */
@Tag("slow")
class AbinitContractTest extends CodeContract {
    static final Map<String, Object> SETTINGS =
            Map.of("pseudopotentials", Map.of("Si", "14si.pspnc"), "ecut", 5, "kpoints", List.of(2, 2, 2));

    @Override
    protected Code subject(Path campaignDir) {
        assumeTrue(Programs.find("abinit").isPresent(), "SKIPPED: no abinit on PATH (Debian package abinit)");
        return Codes.near(campaignDir).find("abinit").orElseThrow().open(SETTINGS, campaignDir);
    }

    @Override
    protected Structure sample() {
        return EspressoContractTest.SILICON;
    }

    /** What the residual of the electrons leaves. */
    @Override
    protected double tolerance() {
        return 1e-5;
    }
}
