package org.nocturne.core.port;

import java.nio.file.Path;

/** Opens learned models; wired to ONNX Runtime in a campaign. */
public interface ModelRuntime {

    /** The force model in this folder, its hash checked against its manifest. */
    ForceModel open(Path modelFolder);

    /**
     * A proposer of thermal structures around the model's inherent structure.
     *
     * @throws IllegalArgumentException if the model and its inherent structure do not fit together
     */
    Proposer proposer(Path modelFolder);
}
