package org.nocturne.learning.train;

import java.nio.file.Path;

/** A training was told to stop; started again, it goes on from its checkpoint. */
public final class TrainingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingStoppedException(Path workDir) {
        super(workDir + ": the training was stopped; it goes on from its checkpoint when it is started again");
    }
}
