package org.nocturne.core.port;

import java.nio.file.Path;
import java.util.Optional;

/** Opens learned models; wired to ONNX Runtime in a campaign. */
public interface ModelRuntime {

    /** The linear force model in this folder, its hash checked against its manifest. */
    ForceModel open(Path modelFolder);

    /** The network in this folder, its hash checked likewise; empty where the model is linear only. */
    Optional<ForceModel> openNetwork(Path modelFolder);

    /**
     * A proposer of thermal structures around the model's inherent structure.
     *
     * @throws IllegalArgumentException if the model and its inherent structure do not fit together
     */
    Proposer proposer(Path modelFolder);
}
