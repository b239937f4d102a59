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

/** The adapter for xtb that comes with Nocturne, against the real program. */
class XtbContractTest extends CodeContract {
    /** No two atoms share a coordinate: where they do, GFN2 forces of xtb 6.5.1 are off their energies' gradient by some 0.01 eV/angstrom. */
    static final Structure WATER = new Structure(Cell.open(), List.of(Element.O, Element.H, Element.H), new double[] {
        0.003, 0.011, 0.12, 0.013, 0.8, -0.48, 0.02, -0.72, -0.5
    });

    @Override
    protected Code subject(Path campaignDir) {
        assumeTrue(Programs.find("xtb").isPresent(), "SKIPPED: no xtb on PATH (Debian package xtb)");
        return Codes.near(campaignDir).find("xtb").orElseThrow().open(Map.of(), campaignDir);
    }

    @Override
    protected Structure sample() {
        return WATER;
    }

    /** The tightest of its optimisation levels ends at 5e-5 hartree/bohr. */
    @Override
    protected double minimisedForceEvPerAngstrom() {
        return 3e-3;
    }
}
