package org.nocturne.routes.run;

import java.nio.file.Path;
import java.util.function.Function;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.generator.thermal.CorrectedProposer;
import org.nocturne.generator.thermal.Correction;
import org.nocturne.generator.thermal.ThermalProposer;

/** From the folder of a model to proposals that are corrected with the forces of a code. Each keeps a program until it is closed. */
record CorrectedProposers(OnnxRuntime models, Correction correction, Function<Structure, Forces> forces)
        implements Function<Path, Proposer> {

    @Override
    public Proposer apply(Path modelFolder) {
        ThermalProposer thermal = models.proposer(modelFolder);
        return new CorrectedProposer(thermal, correction, temperature -> forces.apply(thermal.inherent()));
    }
}
