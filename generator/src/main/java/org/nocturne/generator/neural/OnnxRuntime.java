package org.nocturne.generator.neural;

import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.generator.thermal.ThermalProposer;

/** Opens model folders with ONNX Runtime on one device. */
public record OnnxRuntime(ExecutionDevice device) implements ModelRuntime {

    @Override
    public ForceModel open(Path modelFolder) {
        return ModelFolder.read(modelFolder).open(device);
    }

    @Override
    public Optional<ForceModel> openNetwork(Path modelFolder) {
        return ModelFolder.read(modelFolder).openNetwork(device).map(ForceModel.class::cast);
    }

    @Override
    public ThermalProposer proposer(Path modelFolder) {
        ModelFolder folder = ModelFolder.read(modelFolder);
        return new ThermalProposer(folder.inherentStructure(), folder.sites(), folder.open(device), folder.strain());
    }
}
