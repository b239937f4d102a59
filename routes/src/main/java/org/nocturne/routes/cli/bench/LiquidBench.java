package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.LiquidLedger;
import org.nocturne.learning.reference.FrozenLiquid;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.routes.run.CodeForces;

/**
 * Configurations of a liquid before their judge.
 *
 * @param code that is asked for energies which are not stated
 * @param scratch where it may work
 */
record LiquidBench(FrozenLiquid md, Code code, Path scratch) {

    /**
     * The lines at a temperature.
     *
     * @throws IllegalArgumentException if a frame is of other atoms or in another cell: another density is another liquid
     */
    List<Judgement> judge(Kelvin temperature, List<XyzFrame> samples) throws IOException {
        md.at(temperature); // an unknown one is told before the code is asked for anything
        try (Forces energies = CodeForces.open(code, md.probe().start(), scratch)) {
            return LiquidLedger.judge("samples", temperature, measured(samples, energies), md.at(temperature));
        }
    }

    private List<LiquidConfiguration> measured(List<XyzFrame> frames, Forces energies) {
        Structure start = md.probe().start();
        List<LiquidConfiguration> out = new ArrayList<>();
        for (XyzFrame frame : frames) {
            Structure structure = frame.structure();
            SameInherent.requireSameCell(structure, start);
            OptionalDouble stated = frame.number("energy");
            out.add(md.probe().measure(structure, stated.orElseGet(() -> energies.at(Displacements.of(start, structure))
                    .energyEv())));
        }
        return out;
    }
}
