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
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ledger.GlassLedger;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.reference.FrozenGlass;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.routes.cli.step.Bottoms;
import org.nocturne.routes.run.CodeForces;

/**
 * Configurations of a glass before their judge.
 *
 * @param code that is asked for energies which are not stated, and minimises each
 * @param scratch where it may work
 */
record GlassBench(FrozenGlass md, Code code, Path scratch) {

    /**
     * The lines at a temperature.
     *
     * @throws IllegalArgumentException if a frame is of other atoms or in another cell: another density is another glass
     */
    List<Judgement> judge(Kelvin temperature, List<XyzFrame> samples) throws IOException {
        md.at(temperature); // an unknown one is told before the code is asked for anything
        Structure start = md.start().structure();
        List<Structure> structures = samples.stream().map(XyzFrame::structure).toList();
        structures.forEach(structure -> SameInherent.requireSameCell(structure, start));
        List<InherentStructure> bottoms = Bottoms.of(code, scratch, structures);
        List<GlassConfiguration> measured = new ArrayList<>();
        try (Forces energies = CodeForces.open(code, start, scratch)) {
            for (int k = 0; k < samples.size(); k++) {
                Structure structure = structures.get(k);
                OptionalDouble stated = samples.get(k).number("energy");
                double energy = stated.orElseGet(
                        () -> energies.at(Displacements.of(start, structure)).energyEv());
                measured.add(md.probe().measure(structure, energy, bottoms.get(k)));
            }
        }
        return GlassLedger.judge("samples", temperature, measured, md.at(temperature));
    }
}
