package org.nocturne.routes.run;

import java.nio.file.Path;
import java.util.function.Function;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.generator.thermal.CorrectedProposer;
import org.nocturne.generator.thermal.Correction;
import org.nocturne.generator.thermal.ThermalProposer;

/** Models whose proposals are corrected with the forces of a code. */
record CorrectedModels(OnnxRuntime models, Correction correction, Function<Structure, Forces> forces)
        implements ModelRuntime {

    @Override
    public ForceModel open(Path modelFolder) {
        return models.open(modelFolder);
    }

    @Override
    public Proposer proposer(Path modelFolder) {
        ThermalProposer thermal = models.proposer(modelFolder);
        return new CorrectedProposer(thermal, correction, temperature -> forces.apply(thermal.inherent()));
    }
}
