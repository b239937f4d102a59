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

/** The adapter for GPAW that comes with Nocturne, against the real program. */
@Tag("slow")
class GpawContractTest extends CodeContract {
    static final Map<String, Object> SETTINGS =
            Map.of("ecut", 200, "xc", "LDA", "kpoints", List.of(2, 2, 2), "smallest_gap", 0.1);

    @Override
    protected Code subject(Path campaignDir) {
        assumeTrue(Programs.find("gpaw").isPresent(), "SKIPPED: no gpaw on PATH (Debian package gpaw)");
        return Codes.near(campaignDir).find("gpaw").orElseThrow().open(SETTINGS, campaignDir);
    }

    @Override
    protected Structure sample() {
        return EspressoContractTest.SILICON;
    }

    @Override
    protected Duration limit() {
        return Duration.ofMinutes(3);
    }

    /** Wave functions begin at random, and forces are as good as the density. */
    @Override
    protected double tolerance() {
        return 1e-4;
    }
}
