package org.nocturne.routes.run;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.generator.thermal.CorrectedProposer;
import org.nocturne.generator.thermal.Correction;
import org.nocturne.generator.thermal.ThermalProposer;

/** From the folder of a model to proposals that are corrected. Each keeps its forces, a program or a network, until it is closed. */
record CorrectedProposers(OnnxRuntime models, Correction correction, Opening forces)
        implements Function<Path, Proposer> {

    /** Opens the forces that correct what is proposed from a model at a temperature. */
    interface Opening {
        Forces open(Path modelFolder, ThermalProposer thermal, Kelvin temperature);
    }

    /**
     * With the forces of a code.
     *
     * @param forces from an inherent structure and its temperature; those of several temperatures live side by side
     */
    static CorrectedProposers byCode(
            OnnxRuntime models, Correction correction, BiFunction<Structure, Kelvin, Forces> forces) {
        return new CorrectedProposers(
                models,
                correction,
                (folder, thermal, temperature) -> forces.apply(thermal.inherent(temperature), temperature));
    }

    /** With the network of the model itself. */
    static CorrectedProposers byNetwork(OnnxRuntime models, Correction correction) {
        return new CorrectedProposers(
                models,
                correction,
                (folder, thermal, temperature) -> thermal.forcesOf(
                        models.openNetwork(folder)
                                .orElseThrow(() -> new IllegalStateException(
                                        folder + ": has no network, but correction.forces is model")),
                        temperature));
    }

    @Override
    public Proposer apply(Path modelFolder) {
        ThermalProposer thermal = models.proposer(modelFolder);
        return new CorrectedProposer(
                thermal, correction, temperature -> forces.open(modelFolder, thermal, temperature));
    }
}
